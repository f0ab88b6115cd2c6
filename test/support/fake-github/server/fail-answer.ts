import type { ServerResponse } from 'node:http';
import type { Fault } from './faults.ts';

const SECONDARY =
  'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. ' +
  'If you reach out to GitHub Support for help, please include the request ID.';

/** Gives the wrong answer, or none. */
export function failAnswer(response: ServerResponse, fault: Fault, now: number): void {
  const retryAfter = String(fault.retryAfterSeconds);
  switch (fault.kind) {
    case '410':
      // Issues are switched off.
      answer(response, 410, { message: 'Issues are disabled for this repo' }, {});
      return;
    case '500':
      answer(response, 500, { message: 'Server Error' }, {});
      return;
    case '502':
      response.writeHead(502, { 'content-type': 'text/html' }).end('<html><body>502 Bad Gateway</body></html>');
      return;
    case '403-secondary':
      answer(response, 403, { message: SECONDARY }, { 'retry-after': retryAfter });
      return;
    case '429':
      answer(response, 429, { message: SECONDARY }, { 'retry-after': retryAfter });
      return;
    case '403-primary': {
      const reset = String(Math.ceil(now / 1000) + fault.retryAfterSeconds);
      const spent = { 'x-ratelimit-limit': '5000', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
      answer(response, 403, { message: 'API rate limit exceeded for installation.' }, spent);
      return;
    }
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'timeout':
      // The client has to give up by itself; closing the server ends the connection.
      return;
  }
}

function answer(
  response: ServerResponse,
  status: number,
  body: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>>,
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify({ ...body, documentation_url: 'https://docs.github.com/rest' }));
}
