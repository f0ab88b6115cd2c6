import type { IncomingMessage } from 'node:http';

/** GitHub sends no larger payloads. */
export const MAX_BODY_BYTES = 25 * 1024 * 1024;

export type Body = { readonly text: string } | { readonly refused: 'too-large' | 'aborted' };

/** Reads at most `limit` bytes: what the header announces is refused before it is read, the rest by counting. */
export async function readBody(request: IncomingMessage, limit: number = MAX_BODY_BYTES): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return { refused: 'too-large' };
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    // `destroyOnReturn: false` keeps the connection, so that the refusal can still be told.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      bytes += chunk.length;
      if (bytes > limit) return { refused: 'too-large' };
      chunks.push(chunk);
    }
  } catch {
    return { refused: 'aborted' };
  }
  return { text: Buffer.concat(chunks, bytes).toString('utf8') };
}
