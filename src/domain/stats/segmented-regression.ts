import { type CountModel, fitCountModel } from './count-model.ts';
import { type Interval, WHOLE_LINE } from './interval.ts';
import type { EventRate } from './rate-ratio.ts';
import { tQuantile, tTwoSidedP } from './t-distribution.ts';

/** One coefficient as a ratio of rates. */
export interface RatioTerm {
  readonly ratio: number | null;
  readonly interval: Interval;
  readonly p: number | null;
}

export interface SegmentedRegression {
  /** Ratio of the rate just after the change to the rate that the trend before would have given there. */
  readonly level: RatioTerm;
  /** Ratio by which the trend per period changed. */
  readonly slope: RatioTerm;
  /** Ratio per period of the trend before. */
  readonly trend: RatioTerm;
  readonly phi: number;
  readonly df: number;
  readonly problem: CountModel['problem'];
}

export interface Season {
  /** Periods in a season (52.1775 weeks in a year). */
  readonly length: number;
  /** Sine and cosine pairs. */
  readonly pairs: number;
}

/** A period with its place in time, counted in periods; washed-out periods simply have no row. */
export interface TimedRate extends EventRate {
  readonly time: number;
}

/**
 * Interrupted time series: log rate = trend + level step + slope change (+ seasons) with the exposure as an offset,
 * quasi-Poisson with φ = max(1, Pearson χ²/df) and t quantiles. `change` is the time of the step. Assumes that the
 * trend before would have gone on, and no autocorrelation beyond trend and season.
 * Source: Lopez Bernal, Cummins and Gasparrini, International Journal of Epidemiology 46:348, 2017.
 */
export function segmentedRegression(
  periods: readonly TimedRate[],
  change: number,
  season: Season | null,
  confidence = 0.95,
): SegmentedRegression {
  const design = periods.map(({ time }) => {
    const after = time >= change ? 1 : 0;
    return [1, after, time - change, after * (time - change), ...waves(time, season)];
  });
  const model = fitCountModel({
    y: periods.map((period) => period.events),
    design,
    offset: periods.map((period) => Math.log(period.exposure)),
  });
  const phi = Math.max(1, model.dispersion ?? 1);
  const term = (column: number) => ratioTerm(model, column, phi, confidence);
  return { level: term(1), slope: term(3), trend: term(2), phi, df: model.df, problem: model.problem };
}

function waves(time: number, season: Season | null): number[] {
  if (season === null) return [];
  return Array.from({ length: season.pairs }, (_, k) => {
    const angle = (2 * Math.PI * (k + 1) * time) / season.length;
    return [Math.sin(angle), Math.cos(angle)];
  }).flat();
}

function ratioTerm(model: CountModel, column: number, phi: number, confidence: number): RatioTerm {
  const coefficient = model.coefficients[column] ?? null;
  const variance = model.covariance[column]?.[column] ?? null;
  if (model.problem !== null || coefficient === null || variance === null || model.df <= 0) {
    return { ratio: null, interval: WHOLE_LINE, p: null };
  }
  const error = Math.sqrt(variance * phi);
  const reach = tQuantile((1 + confidence) / 2, model.df) * error;
  return {
    ratio: Math.exp(coefficient),
    interval: { lower: Math.exp(coefficient - reach), upper: Math.exp(coefficient + reach) },
    p: tTwoSidedP(coefficient / error, model.df),
  };
}
