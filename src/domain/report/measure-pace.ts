import type { ChangeCell, SpeedCell } from '../record/change-cell.ts';
import {
  type BinScale,
  COUNTS,
  DURATIONS,
  mergeSketches,
  type Sketch,
  sketchQuantile,
  sketchSize,
} from '../record/sketch.ts';
import { dayOf } from '../calendar.ts';
import { countChanges, type PeriodRecord } from './in-period.ts';
import type { Pace, Quantiles } from './pace.ts';
import type { Pair, ReportPeriod } from './report-period.ts';
import { shareOf } from './share.ts';

/** Speed of two periods. A period that is not over yet counts as many weeks as it has seen. */
export function measurePace(records: Pair<PeriodRecord>, periods: Pair<ReportPeriod>, at: string): Pace {
  const both = <T>(measure: (record: PeriodRecord, period: ReportPeriod) => T): Pair<T> => ({
    now: measure(records.now, periods.now),
    before: measure(records.before, periods.before),
  });
  const quantiles = (scale: BinScale, sketch: (cell: SpeedCell) => Sketch) =>
    both(({ speeds }): Quantiles => {
      const all = mergeSketches(speeds.map(sketch));
      return { of: sketchSize(all), p50: sketchQuantile(scale, all, 0.5), p90: sketchQuantile(scale, all, 0.9) };
    });
  const shares = (count: (cell: ChangeCell) => number) =>
    both(({ cells }) =>
      shareOf(
        cells.reduce((sum, cell) => sum + count(cell), 0),
        countChanges(cells),
      ),
    );
  return {
    merged: both(({ cells }) => countChanges(cells)),
    perWeek: both(({ cells }, { from, to }) => {
      const weeks = (Math.min(dayOf(to), dayOf(at)) - dayOf(from)) / 7;
      return weeks > 0 && cells.length > 0 ? countChanges(cells) / weeks : null;
    }),
    openToMerge: quantiles(DURATIONS, (cell) => cell.openToMerge),
    mergeToDeploy: quantiles(DURATIONS, (cell) => cell.mergeToDeploy),
    openToDeploy: quantiles(DURATIONS, (cell) => cell.openToDeploy),
    reviewRounds: quantiles(COUNTS, (cell) => cell.reviewRounds),
    reverted: shares((cell) => cell.reverted),
    followUpFixes: shares((cell) => cell.followUpFixes),
  };
}
