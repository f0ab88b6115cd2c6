import type { GitHubAnswer } from './github-answer.ts';

const REDIRECTS = new Set([301, 302, 307, 308]);
const MAX_REDIRECTS = 3;
const NO_BODY = new Set([204, 205, 304]);

/**
 * `fetch` as the adapter needs it: bounded in time, body included; writes follow GitHub's redirects (a renamed
 * repository) as they were sent, where plain `fetch` would turn a POST into a GET after a 301.
 */
export function createFetch(options: {
  /** `undefined`: the global one, looked up at each call. */
  readonly fetch: typeof fetch | undefined;
  readonly timeoutMs: number;
  readonly onAnswer: (answer: GitHubAnswer) => void;
}): typeof fetch {
  return async (input, init) => {
    const send = options.fetch ?? globalThis.fetch;
    const signal = AbortSignal.timeout(options.timeoutMs);
    let url = new URL(input instanceof Request ? input.url : String(input));
    for (let hops = 0; ; hops += 1) {
      const response = await send(url, { ...init, redirect: 'manual', signal });
      options.onAnswer({ status: response.status, headers: response.headers });
      const target = hops < MAX_REDIRECTS ? redirectTarget(response, url) : null;
      if (target === null) return readWhole(response);
      await response.arrayBuffer();
      url = target;
    }
  };
}

/** Only to the same origin: elsewhere the token has no business. */
function redirectTarget(response: Response, from: URL): URL | null {
  const location = response.headers.get('location');
  if (!REDIRECTS.has(response.status) || location === null || !URL.canParse(location, from.href)) return null;
  const target = new URL(location, from);
  return target.origin === from.origin ? target : null;
}

/** Reads the body here, so that one that stalls or breaks off throws instead of passing for an empty answer. */
async function readWhole(response: Response): Promise<Response> {
  const body = await response.arrayBuffer();
  return new Response(NO_BODY.has(response.status) ? null : body, {
    status: response.status,
    statusText: response.statusText,
    headers: response.headers,
  });
}
