import type { DayRange } from '../improvement/day.ts';
import type { RepositoryRecord } from '../record/repository-record.ts';
import { EXPECTATION_MEASURES, type Expectation, type ExpectationMeasure } from './expectation.ts';
import { countProjectDays } from './project-days.ts';
import { type Measurement, takeMeasure } from './take-measure.ts';

export interface ProposedExpectation extends Expectation {
  /** What the proposal stands on. */
  readonly measured: Measurement;
}

const MEASURES = Object.keys(EXPECTATION_MEASURES) as readonly ExpectationMeasure[];
const HOUR = 3_600;
const DAY = 24 * HOUR;

/**
 * Targets that ask a project to be no worse than it was in the period: what was measured, rounded to the lenient side.
 * Measures of which there was nothing to count are left out. Empty when no change of the period is the project's.
 */
export function proposeExpectations(
  record: RepositoryRecord,
  projectId: string,
  period: DayRange,
): readonly ProposedExpectation[] {
  const days = countProjectDays(record, projectId, period);
  if (days.days.every(({ changes }) => changes === 0)) return [];
  return MEASURES.flatMap((measure) => {
    const measured = takeMeasure(days, measure);
    return measured.value === null ? [] : [{ measure, target: lenient(measure, measured.value), measured }];
  });
}

/** In steps that people would choose: whole counts and percents, tenths of a rate, hours up to two days, then days. */
function lenient(measure: ExpectationMeasure, value: number): number {
  const { unit, good } = EXPECTATION_MEASURES[measure];
  const step = unit === 'seconds' ? (value <= 2 * DAY ? HOUR : DAY) : (STEPS[measure] ?? (unit === 'share' ? 0.01 : 1));
  // Products of tenths are not quite whole.
  const steps = Math.round((value / step) * 1e9) / 1e9;
  const rounded = good === 'low' ? Math.max(unit === 'seconds' ? 1 : 0, Math.ceil(steps)) : Math.floor(steps);
  return Number((rounded * step).toFixed(6));
}

const STEPS: Partial<Readonly<Record<ExpectationMeasure, number>>> = { 'incidents-per-100-prs': 0.1 };
