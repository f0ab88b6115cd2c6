import type { IncomingMessage } from 'node:http';

/** GitHub sends no larger payloads. */
export const MAX_BODY_BYTES = 25 * 1024 * 1024;

export type Body = { readonly bytes: Buffer } | { readonly refused: 'too-large' | 'aborted' | 'busy' };

/** Bytes of unfinished bodies that a door holds at once: until a body is whole, nobody knows whether its signature fits. */
export interface BodyBudget {
  readonly limit: number;
  held: number;
}

export function createBodyBudget(limit = 8 * MAX_BODY_BYTES): BodyBudget {
  return { limit, held: 0 };
}

/**
 * Reads at most `limit` bytes: what the header announces is refused before it is read, the rest by counting. By
 * events, not by iteration: that would cost as much as all other work on a request of usual size.
 */
export function readBody(
  request: IncomingMessage,
  limit: number = MAX_BODY_BYTES,
  budget: BodyBudget = createBodyBudget(Number.POSITIVE_INFINITY),
): Promise<Body> {
  return new Promise((settle) => {
    if (Number(request.headers['content-length'] ?? 0) > limit) return settle({ refused: 'too-large' });
    const chunks: Buffer[] = [];
    let length = 0;
    let held = 0;
    const resolve = (body: Body) => {
      budget.held -= held;
      held = 0;
      settle(body);
    };
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      const refused = length > limit ? 'too-large' : budget.held + chunk.length > budget.limit ? 'busy' : null;
      if (refused === null) {
        chunks.push(chunk);
        held += chunk.length;
        budget.held += chunk.length;
        return;
      }
      // The connection stays, so that the refusal can still be told.
      request.pause().removeAllListeners('data');
      resolve({ refused });
    });
    request.once('end', () => resolve({ bytes: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks) }));
    request.once('close', () => resolve({ refused: 'aborted' }));
    request.once('error', () => resolve({ refused: 'aborted' }));
  });
}
