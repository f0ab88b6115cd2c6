import type { Interval } from '../stats/interval.ts';
import type { RecordCells } from '../record/build-cells.ts';
import type { SpeedCell } from '../record/change-cell.ts';
import {
  type BinScale,
  COUNTS,
  DURATIONS,
  mergeSketches,
  type Sketch,
  sketchMedian,
  sketchQuantile,
  sketchSize,
} from '../record/sketch.ts';
import { type CountedValues, rankSumOf } from '../stats/wilcoxon.ts';
import { type DayRange, daysIn } from './day.ts';
import type { Windows } from './estimate-ratio.ts';

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
export function compareSpeed({ cells, speeds }: Pick<RecordCells, 'cells' | 'speeds'>, windows: Windows): SpeedLayer {
  const before = speeds.filter(({ day }) => isIn(windows.before, day));
  const after = speeds.filter(({ day }) => isIn(windows.after, day));
  const measure = (scale: BinScale, sketch: (cell: SpeedCell) => Sketch) => {
    return compare(scale, mergeSketches(before.map(sketch)), mergeSketches(after.map(sketch)));
  };
  const merged = (range: DayRange) => {
    const changes = cells.reduce((sum, cell) => (isIn(range, cell.day) ? sum + cell.changes : sum), 0);
    return perWeek(changes, range);
  };
  return {
    openToMerge: measure(DURATIONS, ({ openToMerge }) => openToMerge),
    mergeToDeploy: measure(DURATIONS, ({ mergeToDeploy }) => mergeToDeploy),
    reviewRounds: measure(COUNTS, ({ reviewRounds }) => reviewRounds),
    throughput: { before: merged(windows.before), after: merged(windows.after) },
  };
}

export function isIn({ from, to }: DayRange, day: number): boolean {
  return day >= from && day < to;
}

/** Hodges–Lehmann on the bins: as far from the exact shift as two values are from their bins', 1 % of each. */
function compare(scale: BinScale, before: Sketch, after: Sketch): SpeedMeasure {
  const test = rankSumOf(valuesOf(scale, after), valuesOf(scale, before));
  const interval = test.attained ? test.interval : { lower: null, upper: null };
  return {
    before: summary(scale, before),
    after: summary(scale, after),
    shift: test.shift,
    interval,
    p: test.pTwoSided,
  };
}

function valuesOf({ valueOf: valueIn }: BinScale, sketch: Sketch): CountedValues {
  const values: number[] = [];
  const counts: number[] = [];
  for (let i = 0; i < sketch.length; i += 2) {
    values.push(valueIn(sketch[i] ?? 0));
    counts.push(sketch[i + 1] ?? 0);
  }
  return { values, counts };
}

function summary(scale: BinScale, sketch: Sketch): SpeedSummary {
  const median = sketchMedian(scale, sketch);
  const p90 = sketchQuantile(scale, sketch, 0.9);
  const ratio = median !== null && median > 0 && p90 !== null ? p90 / median : null;
  return { changes: sketchSize(sketch), median, p90OverP50: ratio };
}

function perWeek(count: number, range: DayRange): number | null {
  return daysIn(range) > 0 ? count / (daysIn(range) / 7) : null;
}
