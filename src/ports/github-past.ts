import type { SteeringHistory } from '../domain/exposure/backfill.ts';
import type { ReviewEvent } from '../domain/exposure/count-review-rounds.ts';
import type { Deployment } from '../domain/exposure/deployment.ts';
import type { MergeFacts } from '../domain/exposure/find-merge-method.ts';
import type { PastCommit } from '../domain/exposure/past-commit.ts';
import type { ChangedFiles } from '../domain/pull-request/changed-files.ts';
import type { Author, PullRequest } from '../domain/pull-request/pull-request.ts';
import type { Repository } from '../domain/pull-request/repository.ts';

/** What a query cost, and what is left of the hour. */
export interface QueryCost {
  readonly points: number;
  readonly limit: number;
  readonly remaining: number;
  /** Milliseconds since the epoch. */
  readonly resetAt: number;
}

export interface PastPage<T> {
  readonly items: readonly T[];
  /** Where the next page begins; `null` after the last one. */
  readonly next: string | null;
  /** How many there are in all; `null` when GitHub does not say. */
  readonly total: number | null;
  readonly cost: QueryCost;
}

/** A merged pull request with all that is kept of it. */
export interface MergedPullRequest {
  readonly pullRequest: PullRequest;
  readonly files: ChangedFiles;
  readonly reviews: readonly ReviewEvent[];
  /** When it last stopped being a draft; `null` when it never was one. */
  readonly readyAt: string | null;
  /** The title of its milestone. */
  readonly milestone: string | null;
  readonly merge: MergeFacts;
}

/** A commit with its files, against its first parent. */
export interface CommitInFull {
  readonly sha: string;
  readonly message: string;
  /** ISO 8601 in UTC. */
  readonly committedAt: string;
  readonly author: Author;
  readonly additions: number;
  readonly deletions: number;
  readonly files: ChangedFiles;
}

/** Reading a repository's past, in pages that say what they cost. Trouble throws `GitHubError`. */
export interface GitHubPast {
  /** By number, highest first. `pageSize` is 1 to 100; smaller pages are for those that GitHub cannot answer in time. */
  readonly mergedPullRequests: (
    repository: Repository,
    page: { readonly cursor: string | null; readonly pageSize: number },
  ) => Promise<PastPage<MergedPullRequest>>;
  /** Those of the numbers that are merged pull requests; at most a hundred numbers. */
  readonly mergedPullRequestsNumbered: (
    repository: Repository,
    numbers: readonly number[],
  ) => Promise<{ readonly items: readonly MergedPullRequest[]; readonly cost: QueryCost | null }>;
  /** A commit and what came before it, a hundred at most, newest first. Empty when there is no such commit. */
  readonly commitsFrom: (repository: Repository, from: string) => Promise<PastPage<PastCommit>>;
  readonly commitInFull: (repository: Repository, sha: string) => Promise<CommitInFull | null>;
  /** Deployments that ended, newest first. */
  readonly deployments: (repository: Repository, cursor: string | null) => Promise<PastPage<Deployment>>;
  /** Published releases whose tag names a commit, newest first. */
  readonly releases: (repository: Repository, cursor: string | null) => Promise<PastPage<Deployment>>;
  /** The tip of the default branch (`null` in an empty repository), and what changed its configuration and templates. */
  readonly steeringHistory: (
    repository: Repository,
  ) => Promise<{ readonly head: string | null; readonly steering: SteeringHistory; readonly cost: QueryCost }>;
  /** The commit that a branch or a tag names. */
  readonly commitNamed: (repository: Repository, ref: string) => Promise<string | null>;
  /** What is left of the hour of REST calls, as the last answer said; `null` before the first. */
  readonly restBudget: () => Omit<QueryCost, 'points'> | null;
}
