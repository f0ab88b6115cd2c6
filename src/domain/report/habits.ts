import type { WindowState } from '../monitoring/monitoring-window.ts';
import type { RiskLevel } from '../risk/risk-level.ts';
import type { Pair } from './report-period.ts';
import type { Share } from './share.ts';

export interface LevelCoverage extends Pair<Share> {
  readonly level: RiskLevel | 'all';
}

/** How the team states and watches. Shares are of the period's merged changes; direct pushes state nothing. */
export interface Habits {
  /** Accepted statements among the changes that were asked for one, by risk. */
  readonly coverage: readonly LevelCoverage[];
  /** Statements with the template's own words, among those asked for. */
  readonly placeholders: Pair<Share>;
  /** The same over all that is recorded, before and since the check could stop a merge; `null`: it never could. */
  readonly sinceEnforced: { readonly day: string; readonly before: Share; readonly since: Share } | null;
  /** Windows in which somebody said what was seen, among those that ended. */
  readonly monitored: Pair<Share>;
  readonly windows: Readonly<Record<WindowState, number>>;
  readonly overridden: Pair<Share>;
  readonly exempt: Pair<Share>;
  /** "No technical impact", accepted. */
  readonly none: Pair<Share>;
}
