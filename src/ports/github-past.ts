import type { SteeringHistory } from '../domain/exposure/backfill.ts';
import type { ReviewEvent } from '../domain/exposure/count-review-rounds.ts';
import type { Deployment } from '../domain/exposure/deployment.ts';
import type { MergeFacts } from '../domain/exposure/find-merge-method.ts';
import type { PastCommit } from '../domain/exposure/past-commit.ts';
import type { IssueText } from '../domain/incident/read-issue-incident.ts';
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
  /** `null`: the account is gone, or GitHub does not say. */
  readonly mergedBy: Author | null;
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

/** An issue that is no pull request, with its number. */
export interface PastIssue extends IssueText {
  readonly number: number;
  readonly updatedAt: string;
}

/** Which issues a page holds. */
export interface PastIssues {
  /** ISO 8601 in UTC. */
  readonly updatedSince: string;
  /** Those that carry it now, in any case; `null`: whatever they carry. */
  readonly label: string | null;
  readonly cursor: string | null;
  /** 1 to 100. */
  readonly pageSize: number;
}

/** `complete: false`: there are more folders or files than are listed. */
export interface PathList {
  readonly paths: readonly string[];
  readonly complete: boolean;
  readonly cost: QueryCost | null;
}

/** A file with the address at which people read it. */
export interface LinkedFile {
  readonly path: string;
  readonly text: string;
  readonly url: string;
}

export interface TextsAt {
  readonly files: readonly LinkedFile[];
  readonly cost: QueryCost | null;
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
  /** By when they were last changed, oldest first. */
  readonly pastIssues: (repository: Repository, page: PastIssues) => Promise<PastPage<PastIssue>>;
  /** Files in these folders and below them, in order; the folder `''` is the root. */
  readonly pathsUnder: (repository: Repository, ref: string, folders: readonly string[]) => Promise<PathList>;
  /** Those of the files that are there; at most fifty paths. */
  readonly textsAt: (repository: Repository, ref: string, paths: readonly string[]) => Promise<TextsAt>;
  /** The tip of the default branch (`null` in an empty repository), and what changed its configuration and templates. */
  readonly steeringHistory: (
    repository: Repository,
  ) => Promise<{ readonly head: string | null; readonly steering: SteeringHistory; readonly cost: QueryCost }>;
  /** The commit that a branch or a tag names. */
  readonly commitNamed: (repository: Repository, ref: string) => Promise<string | null>;
  /** What is left of the hour of REST calls, as the last answer said; `null` before the first. */
  readonly restBudget: () => Omit<QueryCost, 'points'> | null;
  /** The same of queries. */
  readonly queryBudget: () => Omit<QueryCost, 'points'> | null;
}
