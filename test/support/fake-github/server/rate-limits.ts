import type { Actor } from '../state/actor.ts';
import type { JsonObject } from '../state/json.ts';
import { GitHubProblem } from './github-problem.ts';

const WINDOW_MS = 3_600_000;

interface Budget {
  limit: number;
  used: number;
  resetAt: number;
}

export type LimitResource = 'core' | 'graphql';

export interface RateBudget {
  readonly limit: number;
  readonly remaining: number;
  /** Seconds since the epoch. */
  readonly reset: number;
  readonly used: number;
}

/** Primary limits: so many requests an hour for each installation, user or address. */
export interface RateLimits {
  /** Sets what is left for every actor of a kind, until `resetAt` (milliseconds since the epoch). */
  readonly set: (change: { readonly limit?: number; readonly remaining?: number; readonly resetAt?: number }) => void;
  readonly headers: (actor: Actor, resource: LimitResource) => Readonly<Record<string, string>>;
  /** Counts one request; throws GitHub's 403 when nothing is left. */
  readonly spend: (actor: Actor, resource: LimitResource, points?: number) => void;
  readonly budget: (actor: Actor, resource: LimitResource) => RateBudget;
  /** Gives back what a 304 does not cost. */
  readonly refund: (actor: Actor, resource: LimitResource) => void;
  readonly view: (actor: Actor) => JsonObject;
}

export function createRateLimits(now: () => number): RateLimits {
  let limit = 5_000;
  const budgets = new Map<string, Budget>();
  let forced: { readonly used: number; readonly resetAt: number } | null = null;

  function budgetOf(actor: Actor, resource: LimitResource): Budget {
    const key = `${resource}:${keyOf(actor)}`;
    let budget = budgets.get(key);
    if (budget === undefined) {
      budget = { limit, used: 0, resetAt: now() + WINDOW_MS, ...forced };
      budgets.set(key, budget);
    }
    if (now() >= budget.resetAt) {
      budget.used = 0;
      budget.resetAt = now() + WINDOW_MS;
    }
    return budget;
  }

  function set(change: { readonly limit?: number; readonly remaining?: number; readonly resetAt?: number }): void {
    limit = change.limit ?? limit;
    budgets.clear();
    forced =
      change.remaining === undefined
        ? null
        : { used: Math.max(limit - change.remaining, 0), resetAt: change.resetAt ?? now() + WINDOW_MS };
  }

  function view(actor: Actor, resource: LimitResource = 'core'): RateBudget {
    const budget = budgetOf(actor, resource);
    return {
      limit: budget.limit,
      remaining: Math.max(budget.limit - budget.used, 0),
      reset: Math.ceil(budget.resetAt / 1000),
      used: budget.used,
    };
  }

  function headers(actor: Actor, resource: LimitResource) {
    const state = view(actor, resource);
    return {
      'x-ratelimit-limit': String(state.limit),
      'x-ratelimit-remaining': String(state.remaining),
      'x-ratelimit-reset': String(state.reset),
      'x-ratelimit-used': String(state.used),
      'x-ratelimit-resource': resource,
    };
  }

  function spend(actor: Actor, resource: LimitResource, points = 1): void {
    const budget = budgetOf(actor, resource);
    if (points > 0 && budget.used >= budget.limit) {
      throw new GitHubProblem(403, `API rate limit exceeded for ${keyOf(actor)}.`, {
        documentation: 'https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api',
      });
    }
    budget.used += points;
  }

  return {
    set,
    headers,
    spend,
    budget: view,
    refund: (actor, resource) => {
      const budget = budgetOf(actor, resource);
      budget.used = Math.max(budget.used - 1, 0);
    },
    view: (actor) => ({
      resources: { core: { ...view(actor) }, graphql: { ...view(actor, 'graphql') }, search: { ...view(actor) } },
      rate: { ...view(actor) },
    }),
  };
}

function keyOf(actor: Actor): string {
  if (actor.kind === 'installation') return `installation ID ${actor.installationId}`;
  if (actor.kind === 'user') return `user ID ${actor.account.id}`;
  return actor.kind === 'app' ? 'app' : '127.0.0.1';
}
