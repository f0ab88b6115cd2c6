import type { IncomingMessage } from 'node:http';
import type { World } from '../state/world.ts';

/** An HTTP request, read to its end. */
export interface Call {
  readonly method: string;
  /** Without `/api/v3`, and by the repository's name where the client used its id. */
  readonly url: URL;
  /** What links to other pages start with; has `/api/v3` if the client used it. */
  readonly origin: string;
  readonly text: string;
  readonly ifNoneMatch: string | undefined;
  readonly authorization: string | undefined;
}

export async function readCall(world: World, request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const origin = `http://${request.headers.host ?? '127.0.0.1'}`;
  const prefix = /^\/api\/v3(?=\/)/.exec(request.url ?? '/')?.[0] ?? '';
  const url = new URL((request.url ?? '/').slice(prefix.length).replace(/^\/api\/graphql/, '/graphql'), origin);
  return {
    method: request.method ?? 'GET',
    url: byName(world, url),
    origin: `${origin}${prefix}`,
    text: Buffer.concat(chunks).toString('utf8'),
    ifNoneMatch: request.headers['if-none-match'],
    authorization: request.headers.authorization,
  };
}

/** What is no JSON stays text, for the judge to refuse. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Redirects after a rename point at `/repositories/{id}`, which GitHub serves but does not describe. */
function byName(world: World, url: URL): URL {
  const found = /^\/repositories\/(\d+)(\/.*)?$/.exec(url.pathname);
  const repository = world.repositories.get(Number(found?.[1] ?? Number.NaN));
  if (found === null || repository === undefined) return url;
  const named = new URL(url);
  named.pathname = `/repos/${repository.owner.login}/${repository.name}${found[2] ?? ''}`;
  return named;
}
