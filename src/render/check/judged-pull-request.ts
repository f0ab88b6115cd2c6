import type { Opinion } from '../../domain/pull-request/opinion.ts';
import type { StatementPolicy } from '../../domain/statement/statement-policy.ts';

export interface PullRequestName {
  readonly number: number;
  readonly title: string;
  /** Of another repository that shares the commit. */
  readonly foreign?: boolean;
}

/** One pull request with what is thought of it, and the policy that it was judged by. */
export interface JudgedPullRequest {
  readonly pullRequest: PullRequestName;
  readonly opinion: Opinion;
  readonly policy: StatementPolicy;
  /** Numbers of its author's merged pull requests that are being watched after their release. */
  readonly watching?: readonly number[];
}
