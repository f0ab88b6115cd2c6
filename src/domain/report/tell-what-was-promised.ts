import { budgetPeriod, type MeasuredExpectation, measureExpectations } from '../project/measure-expectations.ts';
import type { Project } from '../project/project.ts';
import type { RepositoryRecord } from '../record/repository-record.ts';
import { dayOf, isoDay } from '../calendar.ts';
import type { PromisedMeasure } from './promised-measure.ts';

/** How each agreed expectation stands over the 28 days that end with the last look. */
export function tellWhatWasPromised(record: RepositoryRecord, projects: readonly Project[]): PromisedMeasure[] {
  // A look at midnight has seen nothing of its own day.
  const last = Math.ceil(dayOf(record.at)) - 1;
  const period = budgetPeriod(isoDay(last));
  return projects.flatMap((project) =>
    measureExpectations(record, project, period).map((one) => promised(project, one, last)),
  );
}

function promised({ id, title }: Project, measured: MeasuredExpectation, last: number): PromisedMeasure {
  const { measure, target, value, interval, status, budget } = measured;
  const days = budget?.exhaustedInDays ?? null;
  return {
    project: { id, title },
    measure,
    target,
    actual: value,
    interval: { lower: interval.lower, upper: interval.upper },
    state: status,
    budgetLeft: budget !== null && budget.allowed > 0 ? budget.left / budget.allowed : null,
    exhaustedOn: days === null ? null : isoDay(last + days),
  };
}
