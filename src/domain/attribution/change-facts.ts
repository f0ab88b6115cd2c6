import type { WindowState } from '../monitoring/monitoring-window.ts';
import type { RiskLevel } from '../risk/risk-level.ts';
import type { StatementVerdict } from '../statement/impact-statement.ts';

/** What was known of a change before anything broke. What is absent is unknown and counts for nothing. */
export interface ChangeFacts {
  readonly level?: RiskLevel;
  /** Lines added plus lines deleted. */
  readonly lines?: number;
  readonly verdict?: StatementVerdict;
  /** How its monitoring window stood when the fault began. */
  readonly watched?: WindowState;
}
