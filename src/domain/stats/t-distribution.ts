import cdf from '@stdlib/stats-base-dists-t-cdf';
import quantile from '@stdlib/stats-base-dists-t-quantile';
import { normalQuantile, normalTwoSidedP } from './normal-distribution.ts';

/** Beyond this many degrees of freedom the normal distribution is the same to 1e-8. */
const ALMOST_NORMAL = 1e8;

/** t with P(T ≤ t) = p at `df` degrees of freedom (any positive real). */
export function tQuantile(p: number, df: number): number {
  return df > ALMOST_NORMAL ? normalQuantile(p) : quantile(p, df);
}

/** P(|T| ≥ |t|). */
export function tTwoSidedP(t: number, df: number): number {
  return df > ALMOST_NORMAL ? normalTwoSidedP(t) : 2 * cdf(-Math.abs(t), df);
}
