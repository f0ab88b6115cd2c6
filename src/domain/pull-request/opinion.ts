import type { RiskAssessment } from '../risk/risk-assessment.ts';
import type { Decision } from '../statement/decision.ts';
import type { ImpactStatement } from '../statement/impact-statement.ts';

/** What the app thinks of one pull request at one head commit: everything a check needs to be written. */
export interface Opinion {
  readonly headSha: string;
  readonly baseRef: string;
  readonly configHash: string;
  readonly statement: ImpactStatement;
  readonly assessment: RiskAssessment;
  readonly decision: Decision;
  readonly judgedAt: string;
}
