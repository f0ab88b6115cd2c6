import type { ServerResponse } from 'node:http';

/** Headers that no answer of ours goes without. */
export const CAUTIOUS_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const;

export function sendText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...CAUTIOUS_HEADERS, ...headers });
  response.end(text);
}
