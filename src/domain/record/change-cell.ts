import type { AuthorType } from '../pull-request/pull-request.ts';
import type { RiskLevel } from '../risk/risk-level.ts';
import type { ImpactStatus } from '../statement/decision.ts';
import type { StatementVerdict } from '../statement/impact-statement.ts';
import type { WindowState } from '../monitoring/monitoring-window.ts';
import type { Sketch } from './sketch.ts';

/** What all changes of a cell have in common. `null` is "not known". */
export interface CellTraits {
  /** As the assessment of that day said; `none`: never assessed. */
  readonly risk: RiskLevel | 'none';
  readonly size: SizeClass;
  readonly authorType: AuthorType;
  readonly verdict: StatementVerdict | null;
  readonly status: ImpactStatus | null;
  /** Whether the impact statement was accepted. */
  readonly accepted: boolean | null;
  /** Whether an unaccepted statement would have stopped the merge. */
  readonly enforced: boolean;
  /** `null`: no window was opened. */
  readonly watched: WindowState | null;
  /** Ids of its projects, sorted. */
  readonly projects: readonly string[];
  /** Ids of the actions in whose control area it lies wholly, sorted. */
  readonly controlFor: readonly string[];
  /** Ids of the actions that it has nothing to do with, sorted. */
  readonly outsideOf: readonly string[];
  /** Authors fall into a fixed number of groups: clusters for a variance robust to author, and nobody's name. */
  readonly authorGroup: number;
}

/** By changed lines, additions and deletions: up to 10, 100, 1,000, more; `unknown` when the list was cut. */
export const SIZE_CLASSES = ['xs', 's', 'm', 'l', 'unknown'] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number];

/** Changes merged to the default branch on one day that are alike in every trait, counted. */
export interface ChangeCell {
  /** Whole UTC days since 1970-01-01. */
  readonly day: number;
  readonly traits: CellTraits;
  readonly changes: number;
  /** A deployment is shared out among the changes that it carried. */
  readonly deployments: number;
  readonly changedLines: number;
  readonly reverted: number;
  readonly followUpFixes: number;
  /** Days from opening to merge, from merge to deployment, from opening to deployment. */
  readonly openToMerge: Sketch;
  readonly mergeToDeploy: Sketch;
  readonly openToDeploy: Sketch;
  readonly reviewRounds: Sketch;
}
