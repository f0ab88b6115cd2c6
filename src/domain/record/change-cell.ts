import type { WindowState } from '../monitoring/monitoring-window.ts';
import type { AuthorType } from '../pull-request/pull-request.ts';
import type { RiskLevel } from '../risk/risk-level.ts';
import type { ImpactStatus } from '../statement/decision.ts';
import type { StatementVerdict } from '../statement/impact-statement.ts';
import type { Sketch } from './sketch.ts';

/** By changed lines, additions and deletions: up to 10, 100, 1,000, more; `unknown` when the list was cut. */
export const SIZE_CLASSES = ['xs', 's', 'm', 'l', 'unknown'] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number];

/** What a change belongs to. All lists are ids, sorted. */
export interface Belonging {
  readonly projects: readonly string[];
  /** Actions in whose control area it lies wholly. */
  readonly controlFor: readonly string[];
  /** Actions that it has nothing to do with: neither in their scope nor in their control area. */
  readonly outsideOf: readonly string[];
}

/** What all changes of a cell have in common. `null` is "not known". */
export interface CellTraits extends Belonging {
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
}

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
}

/** How fast the changes merged on one day went, by what they belong to alone: more traits would leave one in each. */
export interface SpeedCell {
  /** Day of the merge, in whole UTC days since 1970-01-01. */
  readonly day: number;
  readonly belonging: Belonging;
  /** Days, on the scale `DURATIONS`. */
  readonly openToMerge: Sketch;
  readonly mergeToDeploy: Sketch;
  readonly openToDeploy: Sketch;
  /** On the scale `COUNTS`. */
  readonly reviewRounds: Sketch;
}

/** What changes whose clock of survival runs have in common. */
export interface AtRiskTraits {
  /** `accepted`: from the release, where the check only advised; `monitored`: from the end of the window. */
  readonly clock: 'accepted' | 'monitored';
  readonly risk: string;
  readonly size: string;
  /** Whether the statement was accepted, or the window confirmed. */
  readonly exposed: boolean;
  readonly belonging: Belonging;
}

/** When the clocks of changes started: who is at risk of an incident since when. */
export interface AtRiskSeries {
  readonly traits: AtRiskTraits;
  /**
   * Day (whole UTC days since 1970-01-01), author group, changes, day, author group, changes, …: flat, since there are
   * as many as days × groups. Groups hold whole authors, and nobody's name.
   */
  readonly starts: ArrayLike<number>;
}
