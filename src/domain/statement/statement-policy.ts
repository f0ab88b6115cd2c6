import type { RuleLevel } from '../risk/risk-level.ts';

export interface FieldPolicy {
  /** Stable id, e.g. `blast-radius`. */
  readonly id: string;
  readonly headings: readonly string[];
}

/** What a statement must hold; built by the configuration, defaults included. */
export interface StatementPolicy {
  readonly headings: readonly string[];
  readonly fields: readonly FieldPolicy[];
  /** Field ids asked for at each level. */
  readonly require: Readonly<Record<RuleLevel, readonly string[]>>;
  readonly none: {
    /** "No impact" is accepted up to this level; above it the required fields need words. */
    readonly allowedUpTo: RuleLevel | 'never';
    readonly reason: 'required' | 'optional';
  };
}

export const MODES = ['off', 'advise', 'enforce'] as const;
export type Mode = (typeof MODES)[number];

export interface ExemptionPolicy {
  /** Exact logins, as GitHub writes them (`dependabot[bot]`). */
  readonly authors: readonly string[];
  /** Exempt when every path, old names included, is selected by these ordered globs. */
  readonly onlyPaths: readonly string[];
  /** A revert of a pull request that was stated is exempt. */
  readonly reverts: boolean;
}
