import type { RuleLevel } from '../risk/risk-level.ts';

/** How a change is watched after it ships. Times are in seconds. */
export interface MonitoringPolicy {
  /** A deployment to one of these opens the window. */
  readonly environments: readonly string[];
  /** How long a change of each level is watched; `null`: not at all. */
  readonly windowSeconds: Readonly<Record<RuleLevel, number | null>>;
  /** How long before the window's end its author is reminded. */
  readonly remindSeconds: readonly number[];
  /** With this many open windows of theirs an author's next pull request is held; `null`: never. */
  readonly blockAfter: number | null;
}
