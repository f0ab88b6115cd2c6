import { chiSquareUpperTail } from './gamma-distribution.ts';
import { type Interval, interval, UNINFORMATIVE } from './interval.ts';
import { normalQuantile } from './normal-distribution.ts';
import { type EventRate, type RateRatio, rateRatio } from './rate-ratio.ts';

/** Two rates inside one stratum: `first` is compared with `second`. */
export interface RateStratum {
  readonly first: EventRate;
  readonly second: EventRate;
}

export interface Homogeneity {
  readonly chiSquare: number;
  /** Strata that can speak (events on both sides), less one; 0: no test is possible. */
  readonly df: number;
  readonly p: number;
}

export interface MantelHaenszelRate {
  /** The ratio with all strata thrown together. */
  readonly crude: RateRatio;
  /** One a stratum; `null` where the second rate is zero or an exposure is missing. */
  readonly stratumRatios: readonly (number | null)[];
  /** The stratum-adjusted ratio; `null` when no stratum has events and exposure on both sides. */
  readonly ratio: number | null;
  /** Standard error of its logarithm at dispersion 1; `null` when a side has no events. */
  readonly logError: number | null;
  readonly interval: Interval;
  /** Mantel–Haenszel test of ratio 1, one degree of freedom, no continuity correction. */
  readonly chiSquare: number;
  readonly homogeneity: Homogeneity;
}

/**
 * Σ x₁t₂/T ÷ Σ x₂t₁/T over strata; variance of its logarithm by Greenland and Robins, Σ (x₁+x₂)t₁t₂/T² ÷ (R·S);
 * homogeneity Σ (ln rᵢ − ln r)²/(1/x₁ + 1/x₂) over strata with events on both sides. Assumes one common ratio and
 * Poisson counts; strata without exposure on both sides say nothing and are left out.
 * Sources: Greenland and Robins, Biometrics 41:55, 1985; Rothman, Modern Epidemiology, chapter 15.
 */
export function mantelHaenszelRate(strata: readonly RateStratum[], confidence = 0.95): MantelHaenszelRate {
  const crude = rateRatio(pool(strata.map((s) => s.first)), pool(strata.map((s) => s.second)), confidence);
  const stratumRatios = strata.map(stratumRatio);
  let r = 0;
  let s = 0;
  let variance = 0;
  let excess = 0;
  for (const { first, second } of strata) {
    if (!(first.exposure > 0 && second.exposure > 0)) continue;
    const total = first.exposure + second.exposure;
    const events = first.events + second.events;
    r += (first.events * second.exposure) / total;
    s += (second.events * first.exposure) / total;
    variance += (events * first.exposure * second.exposure) / (total * total);
    excess += first.events - (events * first.exposure) / total;
  }
  const ratio = s > 0 ? r / s : null;
  const logError = r > 0 && s > 0 ? Math.sqrt(variance / (r * s)) : null;
  const reach = normalQuantile((1 + confidence) / 2) * (logError ?? Number.POSITIVE_INFINITY);
  return {
    crude,
    stratumRatios,
    ratio,
    logError,
    interval: ratio !== null && ratio > 0 ? interval(ratio * Math.exp(-reach), ratio * Math.exp(reach)) : UNINFORMATIVE,
    chiSquare: variance > 0 ? (excess * excess) / variance : 0,
    homogeneity: homogeneity(strata, ratio),
  };
}

function pool(rates: readonly EventRate[]): EventRate {
  return {
    events: rates.reduce((sum, rate) => sum + rate.events, 0),
    exposure: rates.reduce((sum, rate) => sum + rate.exposure, 0),
  };
}

function stratumRatio({ first, second }: RateStratum): number | null {
  if (!(first.exposure > 0 && second.exposure > 0) || second.events === 0) return null;
  return first.events / first.exposure / (second.events / second.exposure);
}

function homogeneity(strata: readonly RateStratum[], ratio: number | null): Homogeneity {
  let chiSquare = 0;
  let speaking = 0;
  for (const stratum of strata) {
    const own = stratumRatio(stratum);
    if (ratio === null || ratio === 0 || own === null || own === 0) continue;
    chiSquare += Math.log(own / ratio) ** 2 / (1 / stratum.first.events + 1 / stratum.second.events);
    speaking++;
  }
  const df = Math.max(0, speaking - 1);
  return df === 0 ? { chiSquare: 0, df, p: 1 } : { chiSquare, df, p: chiSquareUpperTail(chiSquare, df) };
}
