import betaCdf from '@stdlib/stats-base-dists-beta-cdf';
import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';

/** A binomial distribution; q = 1 − p is kept apart so that neither tail loses digits. */
export interface Binomial {
  readonly n: number;
  readonly p: number;
  readonly q: number;
}

/** P(X ≤ x). */
export function binomialLowerTail(x: number, { n, p, q }: Binomial): number {
  if (x < 0) return 0;
  if (x >= n) return 1;
  if (p === 0) return 1;
  if (q === 0) return 0;
  if (p < 0.5) {
    const above = betaCdf(p, x + 1, n - x);
    if (above < 0.5) return 1 - above;
  }
  return betaCdf(q, n - x, x + 1);
}

/** P(X ≥ x). */
export function binomialUpperTail(x: number, { n, p, q }: Binomial): number {
  return binomialLowerTail(n - x, { n, p: q, q: p });
}

/** p and 1 − p of a beta quantile, each computed directly. */
export interface Complementary {
  readonly p: number;
  readonly q: number;
}

/**
 * Clopper–Pearson bound: the p at which the tail beyond x has probability `tail`. Beta quantiles.
 * Source: Clopper and Pearson, Biometrika 26:404, 1934.
 */
export function clopperPearsonLower(x: number, n: number, tail: number): Complementary {
  if (x <= 0) return { p: 0, q: 1 };
  return { p: betaQuantile(tail, x, n - x + 1), q: betaQuantile(1 - tail, n - x + 1, x) };
}

/** The upper bound is the lower bound of the failures, mirrored. */
export function clopperPearsonUpper(x: number, n: number, tail: number): Complementary {
  const mirrored = clopperPearsonLower(n - x, n, tail);
  return { p: mirrored.q, q: mirrored.p };
}
