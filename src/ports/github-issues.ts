import type { Repository } from '../domain/pull-request/repository.ts';

/** An issue as a list of them shows it. */
export interface ListedIssue {
  readonly number: number;
  readonly authorId: number;
  readonly state: 'open' | 'closed';
  readonly body: string;
}

export interface IssueText {
  readonly title: string;
  readonly body: string;
}

/** Issues of our own. Trouble throws `GitHubError`. */
export interface GitHubIssues {
  /** Gives its number. */
  readonly createIssue: (repository: Repository, issue: IssueText) => Promise<number>;
  readonly updateIssue: (repository: Repository, number: number, change: Partial<IssueText>) => Promise<void>;
  /**
   * Those of any state that were updated at `since` (ISO 8601) or later, pull requests left out: lets a retry find what
   * a lost answer had created.
   */
  readonly issuesSince: (repository: Repository, since: string) => Promise<readonly ListedIssue[]>;
}
