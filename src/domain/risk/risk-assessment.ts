import type { IncompleteReason } from '../pull-request/changed-files.ts';
import type { RiskLevel, RuleLevel } from './risk-level.ts';

/** One rule that matched, with what it matched on: enough to explain the level without the rule set. */
export interface RiskMatch {
  readonly ruleId: string;
  readonly level: RuleLevel;
  /** Paths that the rule selected, in the pull request's order, old names included; capped, see `pathCount`. */
  readonly paths: readonly string[];
  readonly pathCount: number;
  readonly labels: readonly string[];
  readonly why?: string;
  /** Measured values behind a threshold, e.g. `changedLines: 1204`. */
  readonly measured?: {
    readonly changedLines?: number;
    readonly changedFiles?: number;
    readonly incidents?: number;
    /** The area that had them, of all incidents that changes caused in the window. */
    readonly history?: { readonly area: string; readonly total: number; readonly windowDays: number };
  };
}

export interface RiskAssessment {
  readonly level: RiskLevel;
  /** Highest level first, then in the order of the rules. */
  readonly matches: readonly RiskMatch[];
  /** Why the level is `unknown`. */
  readonly unknown?: IncompleteReason;
  /** A person set the level by label; `matches` still says what the rules found. */
  readonly setBy?: string;
}
