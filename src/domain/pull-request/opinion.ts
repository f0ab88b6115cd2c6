import type { RiskAssessment } from '../risk/risk-assessment.ts';
import type { Decision } from '../statement/decision.ts';
import type { ImpactStatement } from '../statement/impact-statement.ts';

/** What a person said of the pull request by command. Times are ISO 8601 in UTC. */
export type PersonalStatement =
  | { readonly kind: 'none'; readonly by: string; readonly reason: string; readonly at: string }
  | { readonly kind: 'override'; readonly by: string; readonly reason: string; readonly at: string };

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
