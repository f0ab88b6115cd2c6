import type { Interval } from '../stats/interval.ts';
import { type SegmentedRegression, segmentedRegression, type TimedRate } from '../stats/segmented-regression.ts';
import { nextWeekStart } from './day.ts';
import type { Windows } from './estimate-ratio.ts';
import { countArea, type DayTally } from './tally-days.ts';

/** Layer 4 for one week start, with its range over all seven. */
export interface SeriesEffect {
  readonly regression: SegmentedRegression | null;
  readonly weeksBefore: number;
  readonly weeksAfter: number;
  readonly seasonal: boolean;
  /** Smallest and largest level ratio over the seven week starts. */
  readonly levelRange: Interval;
  readonly slopeRange: Interval;
  /** Week starts (of seven) at which the level's interval excludes 1. */
  readonly excluding: number;
  readonly problem: 'too-few-weeks' | 'not-estimable' | null;
}

const WEEKS_BEFORE = 12;
const WEEKS_AFTER = 6;
const WEEKS_FOR_SEASONS = 104;
const WEEKS_A_YEAR = 365.2425 / 7;

/** Interrupted time series over whole weeks of merges outside the washout; Fourier pairs with two years of weeks. */
export function seriesEffect(tally: DayTally, windows: Windows): SeriesEffect {
  const starts = [0, 1, 2, 3, 4, 5, 6].map((weekStart) => regress(tally, windows, weekStart));
  const monday = starts[0];
  const found = starts.flatMap(({ regression }) => (regression ? [regression] : []));
  const levels = found.flatMap(({ level }) => (level.ratio === null ? [] : [level.ratio]));
  const slopes = found.flatMap(({ slope }) => (slope.ratio === null ? [] : [slope.ratio]));
  const regression = monday?.regression ?? null;
  return {
    regression,
    weeksBefore: monday?.before ?? 0,
    weeksAfter: monday?.after ?? 0,
    seasonal: monday?.seasonal ?? false,
    levelRange: range(levels),
    slopeRange: range(slopes),
    excluding: found.filter(({ level }) => level.p !== null && level.p < 0.05).length,
    problem: regression === null ? 'too-few-weeks' : regression.level.ratio === null ? 'not-estimable' : null,
  };
}

function range(values: readonly number[]): Interval {
  return values.length === 0
    ? { lower: null, upper: null }
    : { lower: Math.min(...values), upper: Math.max(...values) };
}

function regress(tally: DayTally, windows: Windows, weekStart: number) {
  const origin = windows.after.from;
  const before = weeks(tally, windows.before.from, windows.before.to, weekStart, origin);
  const after = weeks(tally, windows.after.from, windows.after.to, weekStart, origin);
  const seasonal = before.length + after.length >= WEEKS_FOR_SEASONS;
  const enough = before.length >= WEEKS_BEFORE && after.length >= WEEKS_AFTER;
  const season = seasonal ? { length: WEEKS_A_YEAR, pairs: 2 } : null;
  const regression = enough ? segmentedRegression([...before, ...after], 0, season) : null;
  return { regression, before: before.length, after: after.length, seasonal };
}

/** Whole weeks with exposure; time is counted in weeks from the start of the action. */
function weeks(tally: DayTally, from: number, to: number, weekStart: number, origin: number): TimedRate[] {
  const found: TimedRate[] = [];
  for (let day = nextWeekStart(from, weekStart); day + 7 <= to; day += 7) {
    const rate = countArea(tally, 'subject', { from: day, to: day + 7 });
    if (rate.exposure > 0) found.push({ ...rate, time: (day - origin) / 7 });
  }
  return found;
}
