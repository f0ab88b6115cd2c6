import type { Interval } from './interval.ts';
import { normalQuantile, normalTwoSidedP } from './normal-distribution.ts';

/** A score and whether the thing it predicts came true. */
export interface Scored {
  readonly positive: boolean;
  readonly score: number;
}

export interface Auc {
  /** P(a positive outranks a negative), ties as one half; `null` without both. */
  readonly auc: number | null;
  /** DeLong's, cut to [0, 1]. */
  readonly interval: Interval;
}

export interface AucComparison {
  readonly first: Auc;
  readonly second: Auc;
  /** `null` when the two never differ, or a class is missing. */
  readonly z: number | null;
  readonly p: number | null;
}

/**
 * Area under the ROC curve with DeLong's variance from placement values: the spread, over positives, of the share of
 * negatives each outranks, and the other way round. Higher scores mean positive.
 * Sources: DeLong, DeLong and Clarke-Pearson, Biometrics 44:837, 1988; Sun and Xu, IEEE SPL 21:1389, 2014.
 */
export function auc(cases: readonly Scored[], confidence = 0.95): Auc {
  const placement = placements(cases);
  if (placement === null) return { auc: null, interval: { lower: 0, upper: 1 } };
  const { area, positives, negatives } = placement;
  const variance = covariance(positives, positives) + covariance(negatives, negatives);
  if (!Number.isFinite(variance)) return { auc: area, interval: { lower: 0, upper: 1 } };
  const reach = normalQuantile((1 + confidence) / 2) * Math.sqrt(variance);
  return { auc: area, interval: { lower: Math.max(0, area - reach), upper: Math.min(1, area + reach) } };
}

/** Compares two scores on the same cases (paired; the order of cases is the same in both). */
export function compareAuc(
  positive: readonly boolean[],
  firstScores: readonly number[],
  secondScores: readonly number[],
  confidence = 0.95,
): AucComparison {
  const cases = (scores: readonly number[]) => positive.map((label, i) => ({ positive: label, score: scores[i] ?? 0 }));
  const first = cases(firstScores);
  const second = cases(secondScores);
  const a = placements(first);
  const b = placements(second);
  const results = { first: auc(first, confidence), second: auc(second, confidence) };
  if (a === null || b === null) return { ...results, z: null, p: null };
  const variance =
    covariance(a.positives, a.positives) +
    covariance(b.positives, b.positives) -
    2 * covariance(a.positives, b.positives) +
    covariance(a.negatives, a.negatives) +
    covariance(b.negatives, b.negatives) -
    2 * covariance(a.negatives, b.negatives);
  if (!(variance > 1e-18)) return { ...results, z: null, p: null };
  const z = (a.area - b.area) / Math.sqrt(variance);
  return { ...results, z, p: normalTwoSidedP(z) };
}

interface Placements {
  readonly area: number;
  /** A positive's share of negatives below it, and a negative's share of positives above it. */
  readonly positives: readonly number[];
  readonly negatives: readonly number[];
}

function placements(cases: readonly Scored[]): Placements | null {
  const up = cases.filter((c) => c.positive).map((c) => c.score);
  const down = cases.filter((c) => !c.positive).map((c) => c.score);
  if (up.length === 0 || down.length === 0) return null;
  const sortedUp = [...up].sort((a, b) => a - b);
  const sortedDown = [...down].sort((a, b) => a - b);
  const positives = up.map((score) => placeAmong(sortedDown, score));
  const negatives = down.map((score) => 1 - placeAmong(sortedUp, score));
  return { area: positives.reduce((sum, v) => sum + v, 0) / positives.length, positives, negatives };
}

/** The share of sorted values below a score, ties as one half. */
function placeAmong(sorted: readonly number[], score: number): number {
  const below = firstIndex(sorted, (value) => value >= score);
  const upTo = firstIndex(sorted, (value) => value > score);
  return (below + upTo) / (2 * sorted.length);
}

function firstIndex(sorted: readonly number[], test: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(sorted[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Sample covariance over the count: one side's part of the variance of an area. NaN with fewer than two. */
function covariance(a: readonly number[], b: readonly number[]): number {
  const n = a.length;
  const meanA = a.reduce((sum, v) => sum + v, 0) / n;
  const meanB = b.reduce((sum, v) => sum + v, 0) / n;
  const sum = a.reduce((total, v, i) => total + (v - meanA) * ((b[i] ?? 0) - meanB), 0);
  return sum / (n - 1) / n;
}
