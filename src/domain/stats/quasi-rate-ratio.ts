import { clopperPearsonLower, clopperPearsonUpper } from './binomial-distribution.ts';
import { finite, type Interval, interval, UNINFORMATIVE } from './interval.ts';
import type { EventRate } from './rate-ratio.ts';
import { tQuantile, tTwoSidedP } from './t-distribution.ts';

/** Events of one period beside the number that the model expects there. */
export interface ExpectedPeriod {
  readonly events: number;
  readonly expected: number;
}

export interface Dispersion {
  /** φ = max(1, Pearson χ²/df): variance over mean. 1 when df = 0. */
  readonly phi: number;
  readonly df: number;
}

/**
 * How much wider than Poisson the counts of periods are, after `fitted` rates were estimated from them. Never below 1,
 * and never tested first: a pre-test lets through the wide data that it missed.
 * Source: McCullagh and Nelder, Generalized Linear Models, 2nd ed., 1989, section 4.5.
 */
export function dispersionOf(periods: readonly ExpectedPeriod[], fitted: number): Dispersion {
  const used = periods.filter((period) => period.expected > 0);
  const df = Math.max(0, used.length - fitted);
  const pearson = used.reduce((sum, { events, expected }) => sum + (events - expected) ** 2 / expected, 0);
  return { phi: df > 0 ? Math.max(1, pearson / df) : 1, df };
}

export interface LogRatio {
  /** ≥ 0; `null` when it has none. */
  readonly ratio: number | null;
  /** Standard error of its logarithm, dispersion included; `null` when a count is zero. */
  readonly error: number | null;
  readonly interval: Interval;
  /** Of ratio 1, from the same t distribution as the interval; `null` without an error. */
  readonly p: number | null;
}

export const NO_RATIO: LogRatio = { ratio: null, error: null, interval: UNINFORMATIVE, p: null };

/** ratio × exp(± t × error) with t quantiles; with no degrees of freedom nothing is excluded. */
export function logRatio(ratio: number, error: number, df: number, confidence = 0.95): LogRatio {
  if (!(ratio > 0 && error > 0 && Number.isFinite(error))) return { ...NO_RATIO, ratio: finite(ratio) };
  if (!(df > 0)) return { ratio, error, interval: UNINFORMATIVE, p: null };
  const reach = tQuantile((1 + confidence) / 2, df) * error;
  return {
    ratio,
    error,
    interval: interval(ratio * Math.exp(-reach), ratio * Math.exp(reach)),
    p: tTwoSidedP(Math.log(ratio) / error, df),
  };
}

/**
 * Ratio of two rates whose counts may be wider than Poisson: log ratio ± t(df) √(φ(1/x₁ + 1/x₂)). Where a count is
 * zero the interval is one-sided: the exact one on the counts divided by φ, as many independent events as they are worth.
 */
export function quasiRateRatio(
  first: EventRate,
  second: EventRate,
  { phi, df }: Dispersion,
  confidence = 0.95,
): LogRatio {
  if (!(first.exposure > 0 && second.exposure > 0) || first.events + second.events === 0) return NO_RATIO;
  const perOdds = second.exposure / first.exposure;
  if (first.events > 0 && second.events > 0) {
    const error = Math.sqrt(phi * (1 / first.events + 1 / second.events));
    return logRatio((first.events / second.events) * perOdds, error, df, confidence);
  }
  if (df === 0) return { ...NO_RATIO, ratio: first.events === 0 ? 0 : null };
  const x = first.events / phi;
  const n = x + second.events / phi;
  const tail = (1 - confidence) / 2;
  const low = clopperPearsonLower(x, n, tail);
  const high = clopperPearsonUpper(x, n, tail);
  return {
    ratio: first.events === 0 ? 0 : null,
    error: null,
    interval: { lower: finite((low.p / low.q) * perOdds), upper: finite((high.p / high.q) * perOdds) },
    p: null,
  };
}
