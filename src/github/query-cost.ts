import { z } from 'zod';
import type { QueryCost } from '../ports/github-past.ts';

/** Asked for beside everything that is read in pages. */
export const RATE_LIMIT_FIELDS = 'rateLimit { cost limit remaining resetAt }';

/** GitHub Enterprise Server has no limit unless its operator set one: then the field is `null`. */
const UNLIMITED: QueryCost = {
  points: 0,
  limit: Number.MAX_SAFE_INTEGER,
  remaining: Number.MAX_SAFE_INTEGER,
  resetAt: 0,
};

export const rateLimitNode = z
  .object({ cost: z.number(), limit: z.number(), remaining: z.number(), resetAt: z.string() })
  .nullish()
  .transform((node): QueryCost => {
    if (!node) return UNLIMITED;
    const { cost: points, limit, remaining, resetAt } = node;
    return { points, limit, remaining, resetAt: Date.parse(resetAt) };
  });
