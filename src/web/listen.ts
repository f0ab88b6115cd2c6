import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../ports/log.ts';
import { sendText } from './send-text.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> | void;

export interface Listener {
  readonly port: number;
  /** Takes no more connections, lets requests under way end, and closes what is left after `graceMs`. */
  readonly close: (graceMs?: number) => Promise<void>;
}

/** A client that dribbles its headers or body is let go; GitHub itself needs a fraction of these. */
const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
};
const GRACE_MS = 10_000;

/** One HTTP server: exact paths to handlers, and those that end with `/` to what is right below; nothing guessed. */
export function listen(options: {
  readonly host: string;
  readonly port: number;
  readonly routes: Readonly<Record<string, Handler>>;
  readonly log: Log;
}): Promise<Listener> {
  const { host, port, routes, log } = options;
  let closing = false;
  const server = createServer(LIMITS, (request, response) => {
    // A connection that was busy when the server began to close would stay open for its next request.
    response.once('close', () => closing && setImmediate(() => server.closeIdleConnections()));
    const url = URL.parse(request.url ?? '/', 'http://server');
    const handler = url === null ? undefined : handlerOf(routes, url.pathname);
    if (url === null || handler === undefined) return sendText(response, 404, 'Not found\n');
    Promise.resolve()
      .then(() => handler(request, response, url))
      .catch((error: unknown) => {
        log.error({ err: error, path: url.pathname }, 'a request failed');
        if (!response.headersSent) sendText(response, 500, 'Internal error\n');
        else response.destroy();
      });
  });

  function close(graceMs = GRACE_MS): Promise<void> {
    closing = true;
    return new Promise((resolve) => {
      const timer = setTimeout(() => server.closeAllConnections(), graceMs);
      server.close(() => {
        clearTimeout(timer);
        resolve();
      });
      server.closeIdleConnections();
    });
  }

  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve({ port: (server.address() as AddressInfo).port, close });
    });
  });
}

function handlerOf(routes: Readonly<Record<string, Handler>>, path: string): Handler | undefined {
  if (Object.hasOwn(routes, path)) return routes[path];
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return folder !== '/' && Object.hasOwn(routes, folder) ? routes[folder] : undefined;
}
