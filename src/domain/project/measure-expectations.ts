import { dayOf } from '../calendar.ts';
import type { DayRange } from '../improvement/day.ts';
import type { RepositoryRecord } from '../record/repository-record.ts';
import { allowanceOf } from './allowance.ts';
import { type ErrorBudget, isOverspent, spendBudget } from './error-budget.ts';
import { EXPECTATION_MEASURES, type Expectation, type ExpectationMeasure } from './expectation.ts';
import { countProjectDays, type ProjectDays, weeksCovered } from './project-days.ts';
import type { Project } from './project.ts';
import { type Measurement, takeMeasure } from './take-measure.ts';

export type ExpectationStatus = 'kept' | 'broken' | 'cannot-tell';

/** Why it cannot be told. */
export type ExpectationDoubt = 'no-changes' | 'nothing-to-count' | 'short-record' | 'within-chance';

export interface MeasuredExpectation extends Measurement, Expectation {
  readonly status: ExpectationStatus;
  readonly doubt: ExpectationDoubt | null;
  /** `null`: a target for throughput is no allowance. */
  readonly budget: ErrorBudget | null;
}

export const BUDGET_DAYS = 28;

/** The 28 days that end with the day of `at`, which is ISO 8601. */
export function budgetPeriod(at: string): DayRange {
  const to = Math.floor(dayOf(at)) + 1;
  return { from: to - BUDGET_DAYS, to };
}

/**
 * How each of a project's targets stands over a period, by the calendar.
 *
 * Numbers per 28 days and changes per week are counted: one too many breaks the target. Rates per change, shares and
 * quantiles are estimates: worse than the target breaks it only where the interval leaves the target out; else it
 * cannot be told.
 */
export function measureExpectations(
  record: RepositoryRecord,
  project: Pick<Project, 'id' | 'expectations'>,
  period: DayRange,
): readonly MeasuredExpectation[] {
  const days = countProjectDays(record, project.id, period);
  return project.expectations.map((expectation) => judge(days, expectation));
}

/** Those that are broken, for whoever has to act on it. */
export function findBroken(
  record: RepositoryRecord,
  project: Pick<Project, 'id' | 'expectations'>,
  period: DayRange = budgetPeriod(record.at),
): readonly MeasuredExpectation[] {
  return measureExpectations(record, project, period).filter(({ status }) => status === 'broken');
}

function judge(days: ProjectDays, expectation: Expectation): MeasuredExpectation {
  const measured = takeMeasure(days, expectation.measure);
  const allowance = allowanceOf(expectation);
  const budget = allowance === null ? null : spendBudget(days.days.map(allowance.dayOf), allowance.share);
  return { ...expectation, ...measured, budget, ...decide(days, expectation, measured, budget) };
}

function decide(
  days: ProjectDays,
  { measure: name, target }: Expectation,
  { value, interval }: Measurement,
  budget: ErrorBudget | null,
): Pick<MeasuredExpectation, 'status' | 'doubt'> {
  const doubt = (why: ExpectationDoubt) => ({ status: 'cannot-tell', doubt: why }) as const;
  if (!days.known) return doubt('no-changes');
  if (value === null) return doubt('nothing-to-count');
  const worse = budget === null ? value < target : isOverspent(budget);
  if (!worse) return { status: 'kept', doubt: null };
  if (budget === null && weeksCovered(days) < 1) return doubt('short-record');
  if (COUNTED.has(name)) return { status: 'broken', doubt: null };
  const clear =
    EXPECTATION_MEASURES[name].good === 'low'
      ? interval.lower !== null && interval.lower > target
      : interval.upper !== null && interval.upper < target;
  return clear ? { status: 'broken', doubt: null } : doubt('within-chance');
}

/** What happened is the target's own matter here, not a sample of something. */
const COUNTED: ReadonlySet<ExpectationMeasure> = new Set([
  'incidents-per-28d',
  'regressions-per-28d',
  'near-misses-per-28d',
  'merged-prs-per-week',
]);
