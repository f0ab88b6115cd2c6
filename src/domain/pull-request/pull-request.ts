import type { Repository } from './repository.ts';

export const AUTHOR_TYPES = ['user', 'bot', 'organization', 'unknown'] as const;
export type AuthorType = (typeof AUTHOR_TYPES)[number];

export interface Author {
  readonly id: number;
  readonly login: string;
  readonly type: AuthorType;
}

export interface PullRequestHead {
  readonly sha: string;
  readonly ref: string;
  /** `null` when the fork was deleted. */
  readonly repositoryId: number | null;
}

export interface PullRequestBase {
  readonly sha: string;
  readonly ref: string;
}

/** A pull request as it was at one moment. Times are ISO 8601 in UTC. */
export interface PullRequest {
  readonly repository: Repository;
  readonly number: number;
  /** Where people read it; absent from what was stored before it was kept. */
  readonly url?: string;
  readonly title: string;
  readonly body: string | null;
  readonly state: 'open' | 'closed';
  readonly draft: boolean;
  readonly merged: boolean;
  readonly author: Author;
  readonly head: PullRequestHead;
  readonly base: PullRequestBase;
  readonly labels: readonly string[];
  readonly changedFiles: number;
  readonly additions: number;
  readonly deletions: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly mergedAt: string | null;
  readonly mergeCommitSha: string | null;
}
