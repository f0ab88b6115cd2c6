import { type Homogeneity, mantelHaenszelRate, type RateStratum } from '../stats/mantel-haenszel-rate.ts';
import {
  type Dispersion,
  dispersionOf,
  type ExpectedPeriod,
  type LogRatio,
  logRatio,
  NO_RATIO,
  quasiRateRatio,
} from '../stats/quasi-rate-ratio.ts';
import { chiSquareUpperTail } from '../stats/gamma-distribution.ts';
import type { EventRate } from '../stats/rate-ratio.ts';
import { type DayRange, daysIn, splitRange } from './day.ts';
import { type Area, countArea, countCell, type DayTally } from './tally-days.ts';

export const ESTIMATORS = ['ratio-of-ratios', 'mantel-haenszel', 'crude'] as const;
export type Estimator = (typeof ESTIMATORS)[number];

export interface Windows {
  readonly before: DayRange;
  readonly after: DayRange;
}

export interface WindowCounts {
  readonly before: EventRate;
  readonly after: EventRate;
}

export interface StratumCounts extends WindowCounts {
  readonly stratum: string;
  readonly ratio: number | null;
}

/** After against before, with everything needed to print and to check it. */
export interface RatioEstimate extends LogRatio {
  readonly estimator: Estimator;
  readonly subject: WindowCounts;
  readonly control: WindowCounts | null;
  readonly strata: readonly StratumCounts[];
  readonly homogeneity: Homogeneity | null;
  readonly dispersion: Dispersion;
  readonly periods: { readonly before: number; readonly after: number; readonly days: number };
  /** `strata-disagree`: no single ratio describes them; read `strata`. */
  readonly problem: 'no-exposure' | 'no-events' | 'strata-disagree' | 'no-control' | null;
}

/** Dispersion is measured on periods that hold this many events on average. */
const MEAN_COUNT = 2;

/** The rate after ÷ the rate before by one of the three estimators, dispersion-adjusted. */
export function estimateRatio(tally: DayTally, windows: Windows, estimator: Estimator): RatioEstimate {
  const subject = countWindows(tally, 'subject', windows);
  const control = estimator === 'ratio-of-ratios' ? countWindows(tally, 'control', windows) : null;
  const strata = estimator === 'mantel-haenszel' ? countStrata(tally, windows) : [];
  const periods = periodsFor(subject, windows);
  const expected = [
    ...expectedPeriods(tally, 'subject', windows, periods, estimator === 'mantel-haenszel'),
    ...(control ? expectedPeriods(tally, 'control', windows, periods, false) : []),
  ];
  const dispersion = dispersionOf(expected, control ? 4 : 2);
  const shared = { estimator, subject, control, strata, dispersion, periods, homogeneity: null };
  if (!(subject.before.exposure > 0 && subject.after.exposure > 0)) {
    return { ...NO_RATIO, ...shared, problem: 'no-exposure' };
  }
  if (subject.before.events + subject.after.events === 0) return { ...NO_RATIO, ...shared, problem: 'no-events' };
  const crude = quasiRateRatio(subject.after, subject.before, dispersion);
  if (control) return { ...shared, ...againstControl(crude, control, dispersion) };
  if (estimator === 'mantel-haenszel') return { ...shared, ...adjusted(strata, crude, dispersion) };
  return { ...shared, ...crude, problem: null };
}

export function countWindows(tally: DayTally, area: Area, windows: Windows): WindowCounts {
  return { before: countArea(tally, area, windows.before), after: countArea(tally, area, windows.after) };
}

function countStrata(tally: DayTally, windows: Windows): StratumCounts[] {
  return tally.cells
    .filter((cell) => cell.area === 'subject')
    .map((cell) => {
      const before = countCell(tally, cell, windows.before);
      const after = countCell(tally, cell, windows.after);
      const possible = before.events > 0 && before.exposure > 0 && after.exposure > 0;
      const ratio = possible ? after.events / after.exposure / (before.events / before.exposure) : null;
      return { stratum: cell.stratum, before, after, ratio };
    })
    .sort((a, b) => (a.stratum < b.stratum ? -1 : 1));
}

function againstControl(crude: LogRatio, control: WindowCounts, dispersion: Dispersion) {
  const other = quasiRateRatio(control.after, control.before, dispersion);
  const known = crude.ratio !== null && crude.error !== null && other.ratio !== null && other.error !== null;
  if (!known) return { ...NO_RATIO, problem: 'no-control' as const };
  const error = Math.hypot(crude.error, other.error);
  return { ...logRatio(crude.ratio / other.ratio, error, dispersion.df), problem: null };
}

function adjusted(strata: readonly StratumCounts[], crude: LogRatio, { phi, df }: Dispersion) {
  const found = mantelHaenszelRate(strata.map(({ before, after }): RateStratum => ({ first: after, second: before })));
  const chiSquare = found.homogeneity.chiSquare / phi;
  const p = found.homogeneity.df > 0 ? chiSquareUpperTail(chiSquare, found.homogeneity.df) : 1;
  const homogeneity = { chiSquare, df: found.homogeneity.df, p };
  if (p < 0.05) return { ...NO_RATIO, homogeneity, problem: 'strata-disagree' as const };
  if (found.ratio === null || found.logError === null) return { ...crude, homogeneity, problem: null };
  const error = found.logError * Math.sqrt(phi);
  return { ...logRatio(found.ratio, error, df), homogeneity, problem: null };
}

/** Weeks, or so many weeks together that a period holds two events on average; each window is cut evenly. */
function periodsFor(subject: WindowCounts, windows: Windows): RatioEstimate['periods'] {
  const events = subject.before.events + subject.after.events;
  const weeks = (daysIn(windows.before) + daysIn(windows.after)) / 7;
  const together = events > 0 ? Math.max(1, Math.ceil((MEAN_COUNT * weeks) / events)) : Math.max(1, Math.ceil(weeks));
  const parts = (range: DayRange) => Math.max(1, Math.round(daysIn(range) / (7 * together)));
  return { before: parts(windows.before), after: parts(windows.after), days: 7 * together };
}

/** Events of each period beside what the window's own rates (of each stratum, where they matter) give for it. */
function expectedPeriods(
  tally: DayTally,
  area: Area,
  windows: Windows,
  periods: RatioEstimate['periods'],
  byStratum: boolean,
): ExpectedPeriod[] {
  return (['before', 'after'] as const).flatMap((side) => {
    const window = windows[side];
    const parts = splitRange(window, periods[side]);
    const whole = countArea(tally, area, window);
    const cells = byStratum ? tally.cells.filter((cell) => cell.area === area) : [];
    const rates = cells.map((cell) => countCell(tally, cell, window));
    return parts.map((part) => {
      const { events, exposure } = countArea(tally, area, part);
      if (!byStratum) return { events, expected: whole.exposure > 0 ? (whole.events / whole.exposure) * exposure : 0 };
      const expected = cells.reduce((sum, cell, i) => {
        const rate = rates[i];
        return rate && rate.exposure > 0
          ? sum + (rate.events / rate.exposure) * countCell(tally, cell, part).exposure
          : sum;
      }, 0);
      return { events, expected };
    });
  });
}
