import type { IncompleteReason } from '../pull-request/changed-files.ts';
import type { RiskLevel, RuleLevel } from '../risk/risk-level.ts';

/** Of GitHub's conclusions, the three that a judgement can have. */
export const CONCLUSIONS = ['success', 'neutral', 'failure'] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];

/** One word for the label `impact: …`. */
export const IMPACT_STATUSES = ['stated', 'missing', 'none', 'exempt', 'overridden'] as const;
export type ImpactStatus = (typeof IMPACT_STATUSES)[number];

/** Why a pull request need not state its impact itself. */
export type Exemption =
  | { readonly code: 'exempt-author'; readonly login: string }
  | { readonly code: 'exempt-bot'; readonly login: string }
  | { readonly code: 'exempt-paths'; readonly globs: readonly string[] }
  | { readonly code: 'exempt-revert'; readonly number: number }
  | { readonly code: 'overridden'; readonly by: string; readonly reason: string };

/** One reason for a conclusion, as data; `render` gives it words in each language. */
export type DecisionReason =
  | Exemption
  | { readonly code: 'mode-off' }
  | { readonly code: 'stated' }
  | { readonly code: 'inherited'; readonly number: number }
  | { readonly code: 'none-accepted'; readonly level: RiskLevel }
  | { readonly code: 'none-above-limit'; readonly level: RiskLevel; readonly allowedUpTo: RuleLevel | 'never' }
  | { readonly code: 'none-without-reason' }
  | { readonly code: 'statement-missing' }
  | { readonly code: 'statement-placeholder' }
  | { readonly code: 'fields-required'; readonly fields: readonly string[]; readonly level: RiskLevel }
  | { readonly code: 'risk-unknown'; readonly because: IncompleteReason }
  | { readonly code: 'config-broken'; readonly problems: number }
  /** The author's merged pull requests of which nobody has said yet what was seen after their release. */
  | { readonly code: 'windows-open'; readonly numbers: readonly number[]; readonly blockAfter: number }
  /** A project of the pull request has an open postmortem, `issue`; `null`: it is not in this repository (yet). */
  | {
      readonly code: 'line-stopped';
      readonly project: string;
      readonly issue: number | null;
      readonly level: RiskLevel;
    };

/** What the check says: mode × statement × risk × exemption, with its reasons. */
export interface Decision {
  readonly conclusion: Conclusion;
  readonly status: ImpactStatus;
  /** At least one; the first is the headline. */
  readonly reasons: readonly DecisionReason[];
}
