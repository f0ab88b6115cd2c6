import type { FileStatus, IncompleteReason } from '../pull-request/changed-files.ts';
import type { AuthorType } from '../pull-request/pull-request.ts';
import type { RiskLevel } from '../risk/risk-level.ts';
import type { Conclusion, ImpactStatus } from '../statement/decision.ts';
import type { StatementVerdict } from '../statement/impact-statement.ts';
import type { Mode } from '../statement/statement-policy.ts';

/** How a change came onto its branch. `push`: straight onto it, without GitHub's merge button. */
export const MERGE_METHODS = ['squash', 'merge', 'rebase', 'push', 'unknown'] as const;
export type MergeMethod = (typeof MERGE_METHODS)[number];

/**
 * Where a judgement comes from, the best last: judged later with what holds now, judged later with the template and
 * the configuration of its day, or what was said while the pull request was open.
 */
export const JUDGEMENT_SOURCES = ['present', 'of-its-day', 'at-merge'] as const;
export type JudgementSource = (typeof JUDGEMENT_SOURCES)[number];

/** What was said of a pull request when it was merged. */
export interface ExposureJudgement {
  readonly source: JudgementSource;
  readonly verdict: StatementVerdict;
  readonly status: ImpactStatus;
  readonly conclusion: Conclusion;
  readonly level: RiskLevel;
  readonly ruleIds: readonly string[];
  /** What the configuration asked for; `off` where the app was not there to ask. */
  readonly mode: Mode;
  /** Fingerprint of the body, so that two readings can be compared without keeping anybody's words. */
  readonly bodyHash: string;
  readonly configHash: string;
  /** What the author said would be touched, at most {@link MAX_BLAST_RADIUS} characters. */
  readonly blastRadius: string | null;
}

export const MAX_BLAST_RADIUS = 2_000;

export interface ExposedFile {
  readonly path: string;
  readonly previousPath?: string;
  readonly status: FileStatus;
  readonly additions: number;
  readonly deletions: number;
}

/**
 * One change that users were exposed to: a merged pull request, or a commit pushed straight to the default branch.
 * It is what rates are counted in and what incidents are tied to. Times are ISO 8601 in UTC.
 */
export interface Exposure {
  readonly repositoryId: number;
  /** `null`: a direct push. */
  readonly number: number | null;
  /** The commit on the base branch that brought it (of a rebase the last one); `null` when GitHub does not know. */
  readonly sha: string | null;
  readonly method: MergeMethod;
  /** How many commits of the base branch are its own: of a rebase, and of a branch that was pushed, several. */
  readonly commits: number;
  readonly baseRef: string;
  /** Only these count in rates: what is merged elsewhere arrives later, with another change. */
  readonly toDefaultBranch: boolean;
  readonly title: string;
  /** The branch that it came from; `null`: a direct push, or not kept when it was recorded. */
  readonly headRef: string | null;
  /** The title of its milestone; `null`: it had none, or it was not kept when it was recorded. */
  readonly milestone: string | null;
  /** Nobody's name: accounts are counted, not shown. */
  readonly author: { readonly id: number; readonly type: AuthorType };
  readonly openedAt: string | null;
  /** When it last stopped being a draft; `openedAt` when it never was one. */
  readonly readyAt: string | null;
  readonly mergedAt: string;
  readonly additions: number;
  readonly deletions: number;
  readonly changedFiles: number;
  readonly files: readonly ExposedFile[];
  readonly incomplete?: IncompleteReason;
  readonly labels: readonly string[];
  /** `null`: a direct push, which nobody reviews. */
  readonly reviewRounds: number | null;
  /** `null`: a direct push, which states nothing. */
  readonly judgement: ExposureJudgement | null;
}

export const MAX_TITLE = 256;

/** The key of an exposure within its repository: `#12`, or the commit of a direct push. */
export function unitOf(exposure: Pick<Exposure, 'number' | 'sha'>): string {
  return exposure.number === null ? (exposure.sha ?? '') : pullRequestUnit(exposure.number);
}

export function pullRequestUnit(number: number): string {
  return `#${number}`;
}
