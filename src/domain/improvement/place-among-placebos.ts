import { daysIn } from './day.ts';
import { estimateRatio, type Estimator, type Windows } from './estimate-ratio.ts';
import type { DayTally } from './tally-days.ts';

/** The same estimate at dates on which nothing was done. */
export interface PlaceboPlace {
  readonly dates: number;
  /** Ratios at those dates, ascending. */
  readonly ratios: readonly number[];
  /** Share of placebo ratios above the real one; `null` without dates or estimate. */
  readonly shareAbove: number | null;
  readonly shareBelow: number | null;
  /** Whether there are the 19 dates that a statement about 95 % needs. */
  readonly enough: boolean;
}

export const PLACEBO_DATES = 19;
const STEP = 7;
const SHORTEST_BEFORE = 84;

/**
 * Layer 11: estimates the effect of nothing at earlier dates, one a week, with the real window after and as much of the
 * real window before as there is (12 weeks at least). Where the real estimate does not stand out among these, whatever
 * moved it moves this repository all the time. Dates whose windows meet another action's start are left out.
 */
export function placeAmongPlacebos(
  tally: DayTally,
  windows: Windows,
  estimator: Estimator,
  ratio: number | null,
  others: readonly number[],
): PlaceboPlace {
  const washout = windows.after.from - windows.before.to;
  const before = daysIn(windows.before);
  const after = daysIn(windows.after);
  const ratios: number[] = [];
  for (let date = windows.before.to - washout - after; date - SHORTEST_BEFORE >= tally.firstDay; date -= STEP) {
    const placebo: Windows = {
      before: { from: Math.max(tally.firstDay, date - before), to: date },
      after: { from: date + washout, to: date + washout + after },
    };
    if (after <= 0 || others.some((day) => day > placebo.before.from && day < placebo.after.to)) continue;
    const found = estimateRatio(tally, placebo, estimator);
    if (found.ratio !== null) ratios.push(found.ratio);
  }
  ratios.sort((a, b) => a - b);
  const share = (test: (placebo: number) => boolean) =>
    ratio === null || ratios.length === 0 ? null : ratios.filter(test).length / ratios.length;
  return {
    dates: ratios.length,
    ratios,
    shareAbove: share((placebo) => ratio !== null && placebo > ratio),
    shareBelow: share((placebo) => ratio !== null && placebo < ratio),
    enough: ratios.length >= PLACEBO_DATES,
  };
}
