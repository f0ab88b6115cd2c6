import { findRoot } from './find-root.ts';
import type { EventRate } from './rate-ratio.ts';
import { logRisingSlope } from './rising-factorial.ts';

export interface GammaPoisson {
  /** Shape and rate of the gamma prior; both `null` (infinite) when the rates differ no more than chance makes them. */
  readonly alpha: number | null;
  readonly beta: number | null;
  /** α/β: the prior's mean rate; `null` without exposure. */
  readonly mean: number | null;
  /** (x + α)/(t + β) a place; the mean where the prior is infinitely narrow. */
  readonly shrunken: readonly (number | null)[];
}

/**
 * Empirical Bayes for rates: counts are Poisson around rates drawn from one gamma distribution, whose shape and rate
 * maximise the marginal (negative binomial) likelihood, exposures unequal or not. For a given mean rate m the best
 * shape is found by its score, and m by its own; the two alternate to convergence.
 * Sources: Robbins 1955; Clayton and Kaldor, Biometrics 43:671, 1987.
 */
export function gammaPoisson(places: readonly EventRate[]): GammaPoisson {
  const used = places.filter((place) => place.exposure > 0);
  const exposure = used.reduce((sum, place) => sum + place.exposure, 0);
  const events = used.reduce((sum, place) => sum + place.events, 0);
  if (exposure === 0 || events === 0) return narrow(places, exposure === 0 ? null : 0);
  let mean = events / exposure;
  let alpha = likeliestShape(used, mean);
  for (let i = 0; i < 1000 && alpha !== null; i++) {
    mean = likeliestMean(used, alpha, mean);
    const next = likeliestShape(used, mean);
    const settled = next !== null && Math.abs(next - alpha) <= 1e-13 * alpha;
    alpha = next;
    if (settled) break;
  }
  if (alpha === null) return narrow(places, events / exposure);
  const shape = alpha;
  const beta = shape / mean;
  return { alpha, beta, mean, shrunken: places.map((place) => (place.events + shape) / (place.exposure + beta)) };
}

function narrow(places: readonly EventRate[], mean: number | null): GammaPoisson {
  return { alpha: null, beta: null, mean, shrunken: places.map(() => mean) };
}

const LARGEST = 1e8;

/** The shape at which the likelihood is flat for a given mean rate; `null` when it rises for ever. */
function likeliestShape(places: readonly EventRate[], mean: number): number | null {
  const score = (u: number) => {
    const shape = Math.exp(u);
    let sum = 0;
    for (const { events, exposure } of places) {
      const m = mean * exposure;
      sum += logRisingSlope(shape, events) - Math.log1p(m / shape) + (m - events) / (m + shape);
    }
    return sum;
  };
  const high = Math.log(LARGEST);
  const excess = places.reduce((sum, { events, exposure }) => sum + (events - mean * exposure) ** 2 - events, 0);
  if (excess <= 0 || score(high) >= 0) return null;
  return Math.exp(findRoot(score, Math.log(1e-8), high));
}

/** Σ (x − m t)/(m t + α) = 0. */
function likeliestMean(places: readonly EventRate[], alpha: number, start: number): number {
  const score = (u: number) => {
    const m = Math.exp(u);
    return places.reduce((sum, { events, exposure }) => sum + (events - m * exposure) / (m * exposure + alpha), 0);
  };
  const u = Math.log(start);
  return Math.exp(findRoot(score, u - 20, u + 20));
}
