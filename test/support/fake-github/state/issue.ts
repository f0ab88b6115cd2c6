import type { Account } from './account.ts';
import type { Repository } from './repository.ts';

export interface Label {
  readonly id: number;
  name: string;
  color: string;
  description: string | null;
}

export interface Comment {
  readonly id: number;
  readonly user: Account;
  body: string;
  readonly createdAt: string;
  updatedAt: string;
  readonly byApp: boolean;
  readonly reactions: Reaction[];
}

export interface Reaction {
  readonly id: number;
  readonly content: string;
  readonly user: Account;
  readonly createdAt: string;
}

export interface Review {
  readonly id: number;
  readonly user: Account;
  readonly state: 'approved' | 'changes_requested' | 'commented';
  readonly body: string | null;
  readonly commitSha: string;
  readonly submittedAt: string;
}

/** Issues and pull requests share numbers, labels and comments; `pull` makes the difference. */
export interface Issue {
  readonly id: number;
  readonly number: number;
  readonly repository: Repository;
  title: string;
  body: string | null;
  readonly user: Account;
  state: 'open' | 'closed';
  readonly createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  readonly labels: Label[];
  readonly comments: Comment[];
  readonly reactions: Reaction[];
  readonly pull: Pull | null;
}

export interface Pull {
  readonly id: number;
  draft: boolean;
  head: { ref: string; sha: string; repository: Repository | null; readonly owner: Account | null };
  base: { ref: string; sha: string };
  merged: { readonly at: string; readonly by: Account; readonly sha: string } | null;
  /** Lies about the count of files, to act out a list that GitHub cuts short. */
  changedFiles: number | null;
  readonly reviews: Review[];
  /** The title of its milestone; none when absent. */
  milestone?: string;
  /** When it last stopped being a draft. */
  readyAt?: string;
  /** Commits of the base branch that came with it, but for the merge commit: the copies that a rebase makes. */
  landed?: readonly string[];
}

export type PullRequestIssue = Issue & { readonly pull: Pull };

export function isPullRequest(issue: Issue): issue is PullRequestIssue {
  return issue.pull !== null;
}
