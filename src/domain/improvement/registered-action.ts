import type { Day } from './day.ts';
import type { Estimator } from './estimate-ratio.ts';
import type { IncidentKind } from '../incident/incident-kind.ts';

/** What tells that an action is in force: accepted statements, confirmed windows, or its announcement alone. */
export const COVERAGE_MEASURES = ['statements', 'windows', 'announcement'] as const;
export type CoverageMeasure = (typeof COVERAGE_MEASURES)[number];

/** Something that a team does to have fewer incidents. */
export interface RegisteredAction {
  readonly id: string;
  readonly title: string;
  readonly announcedAt: Day;
  /** Kinds it should reduce; regression and incident when empty. */
  readonly targets: readonly IncidentKind[];
  readonly measure: CoverageMeasure;
  /** Fixed by `fixActions`; until then `null`, and the rule is followed for each estimate. */
  readonly estimator: Estimator | null;
  /** Days that a change answers for: fixed with the estimator. */
  readonly followUpDays: number | null;
  /** The day that both were fixed on; `null`: not yet. */
  readonly fixedOn: Day | null;
}
