import type { z } from 'zod';
import type { RateBudget, RateLimitResource } from './rate-limiter.ts';

type Parameters = Readonly<Record<string, unknown>>;

/** The few ways in which the verbs of this folder talk to GitHub. All throw `GitHubError`; a 404 is `gone`. */
export interface Api {
  readonly get: <T>(schema: z.ZodType<T>, route: string, parameters: Parameters) => Promise<T>;
  /** A 404 is `null`. `cached`: asks with the ETag of the last answer. */
  readonly find: <T>(
    schema: z.ZodType<T>,
    route: string,
    parameters: Parameters,
    how?: { readonly cached: boolean },
  ) => Promise<T | null>;
  /** Every page, by the Link header, a hundred items each; `enough` ends it early. */
  readonly list: <T>(
    schema: z.ZodType<readonly T[]>,
    route: string,
    parameters: Parameters,
    how?: { readonly cached?: boolean; readonly enough?: (items: readonly T[]) => boolean },
  ) => Promise<readonly T[]>;
  /** One page, and whether GitHub names a next one. */
  readonly page: <T>(
    schema: z.ZodType<readonly T[]>,
    route: string,
    parameters: Parameters,
  ) => Promise<{ readonly items: readonly T[]; readonly more: boolean }>;
  readonly send: <T>(schema: z.ZodType<T>, route: string, parameters: Parameters) => Promise<T>;
  readonly graphql: <T>(schema: z.ZodType<T>, query: string, variables: Parameters) => Promise<T>;
  /** What the last answer said is left; `null` before the first. */
  readonly budget: (resource: RateLimitResource) => RateBudget | null;
}
