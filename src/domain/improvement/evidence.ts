import type { DoubleClassification } from './compare-kinds.ts';
import type { Day } from './day.ts';
import type { RegisteredAction } from './registered-action.ts';
import type { MergedChange } from './merged-change.ts';
import type { ObservedIncident } from './observed-incident.ts';

/** Everything that estimates are made of: plain facts of one repository or project. */
export interface Evidence {
  readonly changes: readonly MergedChange[];
  readonly incidents: readonly ObservedIncident[];
  /** All actions, so that each knows which others meet its windows. */
  readonly actions: readonly RegisteredAction[];
  /** Since when both changes and incidents were recorded; the first merge when `null`. */
  readonly observedFrom: Day | null;
  /** The last look. Nothing later is used. */
  readonly today: Day;
  readonly classifications: readonly DoubleClassification[];
  /** Of the draws, so that a report can be made again. */
  readonly seed: number;
}
