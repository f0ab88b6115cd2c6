import type { SizeClass } from '../record/change-cell.ts';
import type { RiskLevel } from '../risk/risk-level.ts';
import type { Day } from './day.ts';

/** One pull request merged to the default branch, as far as the evidence needs it. `null` is "not known". */
export interface MergedChange {
  readonly id: string;
  readonly author: string;
  readonly openedAt: Day | null;
  readonly mergedAt: Day;
  readonly deployedAt: Day | null;
  /** As the assessment of that day said; `none`: never assessed. */
  readonly risk: RiskLevel | 'none';
  readonly size: SizeClass;
  readonly changedLines: number | null;
  readonly reviewRounds: number | null;
  /** Whether an impact statement was accepted; before installation, judged later with the template of that day. */
  readonly statementAccepted: boolean | null;
  /** Whether an unaccepted statement would have stopped the merge. */
  readonly enforced: boolean;
  /** What the statement said would be touched. */
  readonly blastRadius: string | null;
  readonly monitoring: MonitoredRelease | null;
  readonly reverted: boolean;
  readonly followUpFix: boolean;
  /** Ids of the actions that leave this change untouched: it lies wholly in their control area. */
  readonly controlFor: readonly string[];
  /** Ids of the actions that it has nothing to do with: neither in their scope nor in their control area. */
  readonly outsideOf: readonly string[];
}

export interface MonitoredRelease {
  readonly endsAt: Day;
  readonly confirmed: boolean;
}
