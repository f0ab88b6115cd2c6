import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../ports/clock.ts';
import type { GitHub } from '../ports/github.ts';
import type { Log } from '../ports/log.ts';
import { createApi } from './create-api.ts';
import { createFetch } from './create-fetch.ts';
import { createGitHub } from './create-github.ts';
import { createOctokit } from './create-octokit.ts';
import { createEtagCache } from './etag-cache.ts';
import { createRateLimiter } from './rate-limiter.ts';

const TIMEOUT_MS = 10_000;
const CACHED_ANSWERS = 200;

/** The port `GitHub` with a person's or a workflow's token, for the CLI and the Action. `token: null` reads public repositories. */
export function createGitHubWithToken(options: {
  readonly token: string | null;
  readonly baseUrl: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
  readonly sleep?: (ms: number) => Promise<void>;
}): GitHub {
  const { token, baseUrl, clock, log } = options;
  const limiter = createRateLimiter({ clock, sleep: options.sleep ?? sleep });
  const octokit = createOctokit({
    identity: token === null ? { kind: 'anonymous' } : { kind: 'token', token },
    baseUrl,
    log,
    fetch: createFetch({
      fetch: options.fetch,
      timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
      onAnswer: ({ headers }) => limiter.observe(headers),
    }),
  });
  const api = createApi({ octokit, limiter, etags: createEtagCache(CACHED_ANSWERS), scope: 'token', clock });
  return createGitHub({ api, clock, appId: null });
}
