import { type Interval, WHOLE_LINE } from './interval.ts';
import { normalCdf, normalQuantile } from './normal-distribution.ts';
import { type CountedValues, countValues, hodgesLehmann, kthDifference, sizeOf } from './pairwise-difference.ts';

export type { CountedValues } from './pairwise-difference.ts';

export interface RankSum {
  /** Pairs in which x is the larger, ties as one half. */
  readonly w: number;
  /** `null` when every value is the same or a side is empty. */
  readonly pTwoSided: number | null;
  /** Against "x tends to be larger". */
  readonly pGreater: number | null;
  /** Median of all differences x − y. */
  readonly shift: number | null;
  readonly interval: Interval;
  /** Whether so few pairs can reach the confidence at all; else `interval` is the range of the differences. */
  readonly attained: boolean;
  readonly exact: boolean;
}

/** Below this size on both sides, and without ties, the distribution is counted out. */
const EXACT_BELOW = 50;

/**
 * Wilcoxon rank sum (Mann–Whitney) with the Hodges–Lehmann shift and its interval: exact without ties below 50 a side,
 * else the normal approximation with the tie-corrected variance and a continuity correction of ½. Assumes independent
 * values whose two distributions differ by a shift.
 * Sources: Hollander and Wolfe, Nonparametric Statistical Methods, 1973, chapter 4; Bauer, JASA 67:687, 1972.
 */
export function rankSum(x: readonly number[], y: readonly number[], confidence = 0.95): RankSum {
  return rankSumOf(countValues(x), countValues(y), confidence);
}

/** The same of values that are counted already: its cost grows with the distinct ones. */
export function rankSumOf(xs: CountedValues, ys: CountedValues, confidence = 0.95): RankSum {
  const n = sizeOf(xs);
  const m = sizeOf(ys);
  if (n === 0 || m === 0) {
    return { w: 0, pTwoSided: null, pGreater: null, shift: null, interval: WHOLE_LINE, attained: false, exact: false };
  }
  const w = pairsWon(xs, ys);
  const shift = hodgesLehmann(xs, ys);
  const ties = tieSum(xs, ys);
  if (n < EXACT_BELOW && m < EXACT_BELOW && ties === 0) return exactRankSum(xs, ys, w, shift, confidence);
  const z = w - (n * m) / 2;
  const sigma = deviation(n, m, ties);
  const half = 0.5;
  const cross = deviation(n, m, tieSum(xs, NOTHING) + tieSum(ys, NOTHING));
  const critical = (n * m) / 2 - half - normalQuantile((1 + confidence) / 2) * cross;
  return {
    w,
    pTwoSided: sigma > 0 ? Math.min(1, 2 * normalCdf(-(Math.abs(z) - (z === 0 ? 0 : half)) / sigma)) : null,
    pGreater: sigma > 0 ? normalCdf(-(z - half) / sigma) : null,
    shift,
    interval: cross > 0 ? invert(xs, ys, critical) : WHOLE_LINE,
    attained: critical >= 0,
    exact: false,
  };
}

const NOTHING: CountedValues = { values: [], counts: [] };

/** Without ties every value is there once. */
function exactRankSum(
  xs: CountedValues,
  ys: CountedValues,
  w: number,
  shift: number | null,
  confidence: number,
): RankSum {
  const pairs = xs.values.length * ys.values.length;
  const probability = distribution(xs.values.length, ys.values.length);
  const below = cumulative(probability);
  const lower = below[w] ?? 1;
  const greater = below[pairs - w] ?? 1;
  let k = 0;
  while ((below[k] ?? 1) < (1 - confidence) / 2) k++;
  return {
    w,
    pTwoSided: Math.min(1, 2 * Math.min(lower, greater)),
    pGreater: greater,
    shift,
    interval: {
      lower: kthDifference(xs, ys, Math.max(1, k)),
      upper: kthDifference(xs, ys, pairs - Math.max(1, k) + 1),
    },
    attained: k >= 1,
    exact: true,
  };
}

/** The interval whose ends are the first and last differences that the test does not reject. */
function invert(xs: CountedValues, ys: CountedValues, critical: number): Interval {
  const pairs = sizeOf(xs) * sizeOf(ys);
  const k = Math.min(pairs, Math.max(1, Math.floor(critical) + 1));
  return { lower: kthDifference(xs, ys, k), upper: kthDifference(xs, ys, pairs - k + 1) };
}

/** P(W = w) without ties: the recursion over which side holds the largest value, so that only positives are added. */
function distribution(n: number, m: number): number[] {
  let previous: number[][] = Array.from({ length: m + 1 }, () => [1]);
  for (let i = 1; i <= n; i++) {
    const row: number[][] = [[1]];
    for (let j = 1; j <= m; j++) {
      const fromX = previous[j] ?? [];
      const fromY = row[j - 1] ?? [];
      row.push(Array.from({ length: i * j + 1 }, (_, k) => (i * (fromX[k - j] ?? 0) + j * (fromY[k] ?? 0)) / (i + j)));
    }
    previous = row;
  }
  return previous[m] ?? [1];
}

function cumulative(probability: readonly number[]): number[] {
  let sum = 0;
  return probability.map((p) => {
    sum += p;
    return Math.min(1, sum);
  });
}

function pairsWon(xs: CountedValues, ys: CountedValues): number {
  let less = 0;
  let won = 0;
  let j = 0;
  xs.values.forEach((x, i) => {
    for (; j < ys.values.length && (ys.values[j] ?? 0) < x; j++) less += ys.counts[j] ?? 0;
    const equal = ys.values[j] === x ? (ys.counts[j] ?? 0) : 0;
    won += (xs.counts[i] ?? 0) * (less + equal / 2);
  });
  return won;
}

/** Σ (t³ − t) over groups of equal values of both together. */
function tieSum(xs: CountedValues, ys: CountedValues): number {
  let sum = 0;
  let j = 0;
  const add = (t: number) => {
    sum += t * t * t - t;
  };
  xs.values.forEach((x, i) => {
    for (; j < ys.values.length && (ys.values[j] ?? 0) < x; j++) add(ys.counts[j] ?? 0);
    add((xs.counts[i] ?? 0) + (ys.values[j] === x ? (ys.counts[j++] ?? 0) : 0));
  });
  for (; j < ys.values.length; j++) add(ys.counts[j] ?? 0);
  return sum;
}

function deviation(n: number, m: number, ties: number): number {
  const total = n + m;
  const tied = total > 1 ? ties / (total * (total - 1)) : 0;
  return Math.sqrt(Math.max(0, ((n * m) / 12) * (total + 1 - tied)));
}
