import type { RiskLevel } from '../risk/risk-level.ts';
import type { Conclusion } from '../statement/decision.ts';

/** What a pull request would get, in two words. */
export interface PreviewedResult {
  readonly conclusion: Conclusion;
  readonly level: RiskLevel;
}

/** What a changed configuration would have said of pull requests that are known already. */
export interface ConfigPreview {
  /** How many of the newest pull requests were looked at, `notPreviewed` among them. */
  readonly considered: number;
  readonly changed: readonly {
    readonly number: number;
    readonly title: string;
    readonly from: PreviewedResult;
    readonly to: PreviewedResult;
  }[];
  /** Nothing is stored of them to judge by. */
  readonly notPreviewed: number;
}
