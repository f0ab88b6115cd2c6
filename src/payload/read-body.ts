import type { IncomingMessage } from 'node:http';

/** GitHub sends no larger payloads. */
export const MAX_BODY_BYTES = 25 * 1024 * 1024;

export type Body = { readonly bytes: Buffer } | { readonly refused: 'too-large' | 'aborted' };

/**
 * Reads at most `limit` bytes: what the header announces is refused before it is read, the rest by counting. By
 * events, not by iteration: that would cost as much as all other work on a request of usual size.
 */
export function readBody(request: IncomingMessage, limit: number = MAX_BODY_BYTES): Promise<Body> {
  return new Promise((resolve) => {
    if (Number(request.headers['content-length'] ?? 0) > limit) return resolve({ refused: 'too-large' });
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limit) chunks.push(chunk);
      // The connection stays, so that the refusal can still be told.
      else request.pause().removeAllListeners('data');
      if (length > limit) resolve({ refused: 'too-large' });
    });
    request.once('end', () => resolve({ bytes: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks) }));
    request.once('close', () => resolve({ refused: 'aborted' }));
    request.once('error', () => resolve({ refused: 'aborted' }));
  });
}
