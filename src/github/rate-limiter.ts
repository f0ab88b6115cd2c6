import type { Clock } from '../ports/clock.ts';
import { GitHubError } from '../ports/github-error.ts';

/** GitHub counts REST and GraphQL apart; a secondary limit stops both. */
export type RateLimitResource = 'core' | 'graphql';

/** Of one hour. */
export interface RateBudget {
  readonly limit: number;
  readonly remaining: number;
  /** Milliseconds since the epoch. */
  readonly resetAt: number;
}

export interface RateLimiter {
  /** Runs a call when a place is free; throws at once, without a call, while the installation is limited. */
  readonly run: <T>(resource: RateLimitResource, kind: 'read' | 'write', call: () => Promise<T>) => Promise<T>;
  /** Takes note of an answer's `x-ratelimit-*` headers. */
  readonly observe: (headers: Headers) => void;
  /** What the last answer said is left; `null` before the first. */
  readonly budget: (resource: RateLimitResource) => RateBudget | null;
  /** GitHub refused until `retryAt` (ms): one resource, or by a secondary limit all of them. */
  readonly limit: (resource: RateLimitResource | 'all', retryAt: number) => void;
}

/** GitHub closes the door at 100 requests in flight; the files of one pull request take ten. */
const IN_FLIGHT = 20;

/** What GitHub asks of clients that ran into a secondary limit: one write at a time, a second apart. */
const WRITE_SPACING_MS = 1_000;
const LONGEST_LIMIT_MS = 2 * 60 * 60_000;
const SPACE_WRITES_FOR_MS = 10 * 60_000;

export function createRateLimiter(options: {
  readonly clock: Clock;
  readonly sleep: (ms: number) => Promise<void>;
}): RateLimiter {
  const { clock, sleep } = options;
  const limitedUntil: Record<RateLimitResource, number> = { core: 0, graphql: 0 };
  const budgets: Record<RateLimitResource, RateBudget | null> = { core: null, graphql: null };
  const waiting: (() => void)[] = [];
  let inFlight = 0;
  let spaceWritesUntil = 0;
  let nextWriteAt = 0;

  function refuseWhileLimited(resource: RateLimitResource): void {
    const retryAt = limitedUntil[resource];
    const now = clock.now();
    // GitHub's limits end within the hour. One that seems to last longer was noted before the clock was set back.
    if (retryAt <= now || retryAt - now > LONGEST_LIMIT_MS) return;
    throw new GitHubError(
      `GitHub's rate limit for this installation is used up until ${new Date(retryAt).toISOString()}`,
      {
        fault: 'rate-limited',
        retryAt,
      },
    );
  }

  async function takePlace(): Promise<void> {
    if (inFlight < IN_FLIGHT) {
      inFlight += 1;
      return;
    }
    // The place is handed over by `givePlace`, so that a newcomer cannot slip in between.
    await new Promise<void>((resolve) => waiting.push(resolve));
  }

  function givePlace(): void {
    const next = waiting.shift();
    if (next === undefined) inFlight -= 1;
    else next();
  }

  async function spaceWrite(): Promise<void> {
    const now = clock.now();
    if (now >= spaceWritesUntil) return;
    const at = Math.max(now, nextWriteAt);
    nextWriteAt = at + WRITE_SPACING_MS;
    if (at > now) await sleep(at - now);
  }

  return {
    run: async (resource, kind, call) => {
      refuseWhileLimited(resource);
      if (kind === 'write') await spaceWrite();
      await takePlace();
      try {
        refuseWhileLimited(resource);
        return await call();
      } finally {
        givePlace();
      }
    },
    observe: (headers) => {
      const resource = headers.get('x-ratelimit-resource') ?? 'core';
      const resetAt = Number(headers.get('x-ratelimit-reset')) * 1_000;
      if (!Number.isFinite(resetAt) || (resource !== 'core' && resource !== 'graphql')) return;
      const given = headers.get('x-ratelimit-remaining');
      if (given === null) return;
      budgets[resource] = { limit: Number(headers.get('x-ratelimit-limit')), remaining: Number(given), resetAt };
      if (given === '0') limitedUntil[resource] = Math.max(limitedUntil[resource], resetAt);
    },
    budget: (resource) => budgets[resource],
    limit: (resource, retryAt) => {
      if (resource !== 'all') {
        limitedUntil[resource] = Math.max(limitedUntil[resource], retryAt);
        return;
      }
      limitedUntil.core = Math.max(limitedUntil.core, retryAt);
      limitedUntil.graphql = Math.max(limitedUntil.graphql, retryAt);
      spaceWritesUntil = retryAt + SPACE_WRITES_FOR_MS;
      nextWriteAt = Math.max(nextWriteAt, retryAt);
    },
  };
}
