import cdf from '@stdlib/stats-base-dists-normal-cdf';
import quantile from '@stdlib/stats-base-dists-normal-quantile';

/** P(Z ≤ z) for a standard normal Z. */
export function normalCdf(z: number): number {
  return cdf(z, 0, 1);
}

/** z with P(Z ≤ z) = p, 0 < p < 1. */
export function normalQuantile(p: number): number {
  return quantile(p, 0, 1);
}

/** P(|Z| ≥ |z|), from the lower tail so that tiny values keep their digits. */
export function normalTwoSidedP(z: number): number {
  return 2 * cdf(-Math.abs(z), 0, 1);
}
