import { COUNTS, DURATIONS } from '../record/sketch.ts';
import type { BudgetDay } from './error-budget.ts';
import type { Expectation } from './expectation.ts';
import {
  type DayCount,
  endedWindowsOn,
  incidentsOn,
  nearMissesOn,
  type ProjectDay,
  regressionsOn,
} from './project-days.ts';
import { beyond } from './sketch-quantile.ts';

const SECONDS_A_DAY = 86_400;
const FOUR_WEEKS = 28;

export interface Allowance {
  /** How much harm a unit of exposure allows. */
  readonly share: number;
  readonly dayOf: (day: ProjectDay) => BudgetDay;
}

/** A target turned round: how many incidents, lapsed windows or slow changes it leaves room for. */
export function allowanceOf({ measure: name, target }: Expectation): Allowance | null {
  const per28 = (count: DayCount): Allowance => ({
    share: target,
    dayOf: (day) => ({ exposure: 1 / FOUR_WEEKS, spent: count(day) }),
  });
  const slow = (q: number): Allowance => ({
    share: 1 - q,
    dayOf: ({ leadTime }) => beyond(DURATIONS, leadTime, target / SECONDS_A_DAY),
  });
  switch (name) {
    case 'incidents-per-100-prs':
      return { share: target / 100, dayOf: (day) => ({ exposure: day.changes, spent: incidentsOn(day) }) };
    case 'incidents-per-28d':
      return per28(incidentsOn);
    case 'regressions-per-28d':
      return per28(regressionsOn);
    case 'near-misses-per-28d':
      return per28(nearMissesOn);
    case 'change-fail-rate':
      return { share: target, dayOf: (day) => ({ exposure: day.changes, spent: day.failedChanges }) };
    case 'monitored':
      return { share: 1 - target, dayOf: (day) => ({ exposure: endedWindowsOn(day), spent: day.lapsed }) };
    case 'lead-time-p50':
      return slow(0.5);
    case 'lead-time-p90':
      return slow(0.9);
    case 'merged-prs-per-week':
      return null;
    case 'review-rounds-p50':
      return { share: 0.5, dayOf: ({ reviewRounds }) => beyond(COUNTS, reviewRounds, target) };
  }
}
