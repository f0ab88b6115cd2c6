import type { Interval } from '../stats/interval.ts';
import { type RankSum, rankSum } from '../stats/wilcoxon.ts';
import { type DayRange, daysIn } from './day.ts';
import type { Windows } from './estimate-ratio.ts';
import type { MergedChange } from './merged-change.ts';

/** One measure of speed in both windows. */
export interface SpeedMeasure {
  readonly before: SpeedSummary;
  readonly after: SpeedSummary;
  /** Hodges–Lehmann: by how much a typical change after differs from one before; `null` bounds when too few. */
  readonly shift: number | null;
  readonly interval: Interval;
  readonly p: number | null;
}

export interface SpeedSummary {
  readonly changes: number;
  readonly median: number | null;
  /** 90th percentile ÷ median: how far a promise can miss. */
  readonly p90OverP50: number | null;
}

export interface SpeedLayer {
  /** Days from opening to merge, and from merge to deployment. */
  readonly openToMerge: SpeedMeasure;
  readonly mergeToDeploy: SpeedMeasure;
  readonly reviewRounds: SpeedMeasure;
  /** Merged changes a week. */
  readonly throughput: { readonly before: number | null; readonly after: number | null };
}

/** Layer 8. There is no mean time to anything: such means are ruled by a few long ones. */
export function compareSpeed(changes: readonly MergedChange[], windows: Windows): SpeedLayer {
  const before = changes.filter(({ mergedAt }) => isIn(windows.before, mergedAt));
  const after = changes.filter(({ mergedAt }) => isIn(windows.after, mergedAt));
  const measure = (value: (change: MergedChange) => number | null): SpeedMeasure => {
    return compare(known(before, value), known(after, value));
  };
  return {
    openToMerge: measure(({ openedAt, mergedAt }) => between(openedAt, mergedAt)),
    mergeToDeploy: measure(({ mergedAt, deployedAt }) => between(mergedAt, deployedAt)),
    reviewRounds: measure(({ reviewRounds }) => reviewRounds),
    throughput: { before: perWeek(before.length, windows.before), after: perWeek(after.length, windows.after) },
  };
}

export function isIn({ from, to }: DayRange, day: number): boolean {
  return day >= from && day < to;
}

/** Clocks that disagree give a negative wait: it was no wait. */
function between(from: number | null, to: number | null): number | null {
  return from === null || to === null ? null : Math.max(0, to - from);
}

function known(changes: readonly MergedChange[], value: (change: MergedChange) => number | null): number[] {
  return changes.flatMap((change) => {
    const found = value(change);
    return found === null || !Number.isFinite(found) ? [] : [found];
  });
}

function compare(before: readonly number[], after: readonly number[]): SpeedMeasure {
  const test: RankSum = rankSum(after, before);
  const interval = test.attained ? test.interval : { lower: null, upper: null };
  return { before: summary(before), after: summary(after), shift: test.shift, interval, p: test.pTwoSided };
}

function summary(values: readonly number[]): SpeedSummary {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  const lower = sorted[(sorted.length - 1) >> 1];
  const median = upper === undefined || lower === undefined ? null : (upper + lower) / 2;
  const p90 = sorted[Math.ceil(sorted.length * 0.9) - 1] ?? null;
  const ratio = median !== null && median > 0 && p90 !== null ? p90 / median : null;
  return { changes: sorted.length, median, p90OverP50: ratio };
}

function perWeek(count: number, range: DayRange): number | null {
  return daysIn(range) > 0 ? count / (daysIn(range) / 7) : null;
}
