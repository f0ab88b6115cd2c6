import type { FileStatus } from '../pull-request/changed-files.ts';
import type { RuleLevel } from './risk-level.ts';

export const COMPARISONS = ['>=', '>', '<=', '<', '='] as const;

/** `>= 800` in the configuration. */
export interface Threshold {
  readonly comparison: (typeof COMPARISONS)[number];
  readonly value: number;
}

export interface RuleCondition {
  /** Additions plus deletions of the files that the rule's paths select (of all files, without paths). */
  readonly changedLines?: Threshold;
  /** How many files the rule's paths select (all files, without paths). */
  readonly changedFiles?: Threshold;
  /** Narrows the selected files to those with one of these statuses. */
  readonly status?: readonly FileStatus[];
}

/** Raises the level of files in places that incidents came from. */
export interface HistoryCondition {
  readonly windowDays: number;
  readonly incidents: Threshold;
}

export interface RiskRule {
  readonly id: string;
  readonly level: RuleLevel;
  /** Ordered globs, gitignore-like: the last one that matches a path decides, `!` takes out. */
  readonly paths?: readonly string[];
  /** Labels that the app adds while the rule matches. */
  readonly labels?: readonly string[];
  readonly when?: RuleCondition;
  readonly fromHistory?: HistoryCondition;
  /** One sentence for the author: why these paths carry this risk. */
  readonly why?: string;
}
