import type { ChangedFiles } from '../domain/pull-request/changed-files.ts';
import type { PersonalStatement } from '../domain/pull-request/personal-statement.ts';
import type { PullRequest } from '../domain/pull-request/pull-request.ts';
import type { IncidentHistory } from '../domain/risk/incident-history.ts';
import type { ImpactStatement } from '../domain/statement/impact-statement.ts';
import type { BaseContext } from './base-context.ts';

/** What was said of another pull request that this one refers to. */
export interface ReferencedStatement {
  readonly number: number;
  readonly statement: ImpactStatement;
}

/** A pull request and all that its judgement depends on, at one moment. */
export interface PullRequestSnapshot {
  readonly pullRequest: PullRequest;
  readonly files: ChangedFiles;
  readonly context: BaseContext;
  readonly personal: readonly PersonalStatement[];
  /** The repository's incidents by area, for the windows that its rules name; `null` when none asks. */
  readonly history: IncidentHistory | null;
  /** The pull request that this one says it reverts; `null` when it says so of none, or of one that is not merged here. */
  readonly reverted: ReferencedStatement | null;
  /** The pull request that this one says it backports. */
  readonly original: ReferencedStatement | null;
}
