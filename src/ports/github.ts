import type { IssueText } from '../domain/incident/read-issue-incident.ts';
import type { LabelDefinition } from '../domain/label/label.ts';
import type { ChangedFiles } from '../domain/pull-request/changed-files.ts';
import type { CheckRun } from '../domain/pull-request/check-run.ts';
import type { PullRequest } from '../domain/pull-request/pull-request.ts';
import type { Repository } from '../domain/pull-request/repository.ts';
import type { GitHubCauses } from './github-causes.ts';
import type { GitHubIssues } from './github-issues.ts';
import type { GitHubPast } from './github-past.ts';
import type { GitHubPeople } from './github-people.ts';

/** Where a repository is found; names may be stale, then GitHub redirects and the adapter follows. */
export interface RepositoryName {
  readonly owner: string;
  readonly name: string;
}

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** A repository's files that steer Hiyari, as they are at one ref. */
export interface BaseFiles {
  /** The commit that was read. */
  readonly sha: string;
  /** `.github/impact.yml`, or `null` when there is none. */
  readonly config: TextFile | null;
  /** Pull request templates in GitHub's places (`.github/`, root, `docs/`, and their `PULL_REQUEST_TEMPLATE/` folders), any case. */
  readonly templates: readonly TextFile[];
}

/** A file read from another repository for `extends`. */
export type RemoteFile =
  | { readonly found: true; readonly text: string; readonly private: boolean }
  | { readonly found: false; readonly because: 'no-repository' | 'no-file' | 'too-large' };

export const PERMISSIONS = ['none', 'read', 'triage', 'write', 'maintain', 'admin'] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const REACTIONS = ['+1', '-1', 'confused', 'eyes', 'rocket'] as const;
export type Reaction = (typeof REACTIONS)[number];

export interface IssueComment {
  readonly id: number;
  readonly authorId: number;
  /** Owner, member or collaborator: on a public repository anybody may comment. */
  readonly byInsider: boolean;
  readonly body: string;
}

/** An issue that is no pull request. */
export interface Issue extends IssueText {
  readonly updatedAt: string;
}

/** Reading. Every list is read to its last page. `null` is GitHub's 404; other trouble throws `GitHubError`. */
export interface GitHubReader {
  readonly repository: (at: RepositoryName) => Promise<Repository | null>;
  readonly pullRequest: (repository: Repository, number: number) => Promise<PullRequest | null>;
  readonly openPullRequests: (repository: Repository) => Promise<readonly PullRequest[]>;
  /** The newest pull requests of any state, newest first. */
  readonly recentPullRequests: (repository: Repository, count: number) => Promise<readonly PullRequest[]>;
  /**
   * Pages are fetched ten at a time; the count that arrived is compared with `pullRequest.changedFiles`. The files are
   * those of the newest head: `headSha` tells which.
   */
  readonly changedFiles: (repository: Repository, pullRequest: PullRequest) => Promise<ChangedFiles>;
  /** One GraphQL query. `null` when the ref does not exist. */
  readonly baseFiles: (repository: Repository, ref: string) => Promise<BaseFiles | null>;
  readonly remoteFile: (at: RepositoryName, path: string, ref: string | null) => Promise<RemoteFile>;
  readonly fileAt: (repository: Repository, path: string, ref: string) => Promise<TextFile | null>;
  readonly permission: (repository: Repository, login: string) => Promise<Permission>;
  /** Numbers of the pull requests whose commits are between `baseSha` and `headSha`, in order. */
  readonly pullRequestsBetween: (
    repository: Repository,
    baseSha: string,
    headSha: string,
  ) => Promise<readonly number[]>;
  /** The newest commit that both hold; `null` when one is not there, or they have none in common. */
  readonly mergeBase: (repository: Repository, base: string, head: string) => Promise<string | null>;
  /** What an account is called now; `null` when it is gone. */
  readonly loginOf: (accountId: number) => Promise<string | null>;
  readonly issue: (repository: Repository, number: number) => Promise<Issue | null>;
  readonly issueComments: (repository: Repository, number: number) => Promise<readonly IssueComment[]>;
}

/** The newest run of ours with one name on one commit, as GitHub has it. */
export interface PublishedRun {
  readonly id: number;
  readonly externalId: string;
}

/** Writing; each verb is idempotent where GitHub lets it be. Trouble throws `GitHubError`. */
export interface GitHubWriter {
  /** Creates, or updates the run that `id` names. Gives the run's id. */
  readonly publishCheckRun: (repository: Repository, run: CheckRun, id: number | null) => Promise<number>;
  /** Lets a retry find what a lost answer had created. */
  readonly findCheckRun: (repository: Repository, headSha: string, name: string) => Promise<PublishedRun | null>;
  readonly addLabels: (repository: Repository, number: number, names: readonly string[]) => Promise<void>;
  /** Removing a label that is not there is no error. */
  readonly removeLabel: (repository: Repository, number: number, name: string) => Promise<void>;
  /** Creating a label that is there is no error. */
  readonly createLabel: (repository: Repository, label: LabelDefinition) => Promise<void>;
  readonly labelNames: (repository: Repository) => Promise<readonly string[]>;
  readonly updateBody: (repository: Repository, number: number, body: string) => Promise<PullRequest>;
  readonly createComment: (repository: Repository, number: number, body: string) => Promise<number>;
  readonly updateComment: (repository: Repository, commentId: number, body: string) => Promise<void>;
  readonly react: (repository: Repository, commentId: number, reaction: Reaction) => Promise<void>;
}

export interface GitHub extends GitHubReader, GitHubWriter, GitHubPast, GitHubCauses, GitHubPeople, GitHubIssues {}

/** A delivery that GitHub could not hand over. */
export interface FailedDelivery {
  /** GitHub's number for this attempt, as text: it may be above 2^53. */
  readonly id: string;
  /** What the header `X-GitHub-Delivery` carries. */
  readonly guid: string;
}

/** GitHub as the App sees it: one `GitHub` for each installation, and what belongs to the App itself. */
export interface GitHubApp {
  readonly installation: (installationId: number) => GitHub;
  /** The user id of the App's bot: its own events are known by sender id, never by name. */
  readonly botUserId: () => Promise<number>;
  readonly installationIds: () => Promise<readonly number[]>;
  readonly installedRepositories: (installationId: number) => Promise<readonly Repository[]>;
  /** Of the last three days. */
  readonly failedDeliveries: () => Promise<readonly FailedDelivery[]>;
  readonly redeliver: (deliveryId: string) => Promise<void>;
}
