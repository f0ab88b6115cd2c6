import type { Interval } from './interval.ts';
import { normalQuantile, normalTwoSidedP } from './normal-distribution.ts';

/** A ratio with its interval at the confidence that the caller states. */
export interface RatioEstimate {
  readonly ratio: number;
  readonly interval: Interval;
}

export interface RatioOfRatios {
  /** `null` when either ratio is zero, unbounded or has no interval. */
  readonly ratio: number | null;
  readonly interval: Interval;
  readonly z: number | null;
  readonly p: number | null;
}

/**
 * Is one ratio different from another? ln r₁ − ln r₂, each standard error read from its interval's width. Assumes the
 * two are independent and their logarithms near normal.
 * Source: Altman and Bland, BMJ 326:219, 2003.
 */
export function ratioOfRatios(first: RatioEstimate, second: RatioEstimate, confidence = 0.95): RatioOfRatios {
  const z = normalQuantile((1 + confidence) / 2);
  const difference = Math.log(first.ratio) - Math.log(second.ratio);
  const error = Math.hypot(logError(first.interval, z), logError(second.interval, z));
  if (!Number.isFinite(difference) || !Number.isFinite(error)) {
    return { ratio: null, interval: { lower: 0, upper: null }, z: null, p: null };
  }
  const score = error > 0 ? difference / error : null;
  return {
    ratio: Math.exp(difference),
    interval: { lower: Math.exp(difference - z * error), upper: Math.exp(difference + z * error) },
    z: score,
    p: score === null ? null : normalTwoSidedP(score),
  };
}

function logError({ lower, upper }: Interval, z: number): number {
  if (lower === null || upper === null || !(lower > 0)) return Number.NaN;
  return (Math.log(upper) - Math.log(lower)) / (2 * z);
}
