import { clopperPearsonLower, clopperPearsonUpper } from './binomial-distribution.ts';
import type { Interval } from './interval.ts';
import { normalQuantile } from './normal-distribution.ts';

/** k of n, with `share` `null` when n = 0 (the intervals are then [0, 1]). */
export interface Proportion {
  readonly share: number | null;
  /** Score interval: right on average; the one to print. */
  readonly wilson: Interval;
  /** Exact: never short of its confidence, so wider. */
  readonly clopperPearson: Interval;
}

/**
 * Wilson: (p̂ + z²/2n ± z √(p̂(1−p̂)/n + z²/4n²)) / (1 + z²/n); no continuity correction. Clopper–Pearson: beta
 * quantiles. Assumes n independent trials of one probability.
 * Sources: E. B. Wilson, JASA 22:209, 1927; Newcombe, Statistics in Medicine 17:857, 1998, methods 3 and 5.
 */
export function proportion(k: number, n: number, confidence = 0.95): Proportion {
  if (!(n > 0)) return { share: null, wilson: { lower: 0, upper: 1 }, clopperPearson: { lower: 0, upper: 1 } };
  const tail = (1 - confidence) / 2;
  return {
    share: k / n,
    wilson: { lower: k === 0 ? 0 : wilsonLower(k, n, tail), upper: k === n ? 1 : 1 - wilsonLower(n - k, n, tail) },
    clopperPearson: { lower: clopperPearsonLower(k, n, tail).p, upper: clopperPearsonUpper(k, n, tail).p },
  };
}

function wilsonLower(k: number, n: number, tail: number): number {
  const z = normalQuantile(1 - tail);
  const p = k / n;
  const centre = p + (z * z) / (2 * n);
  const reach = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return Math.max(0, (centre - reach) / (1 + (z * z) / n));
}
