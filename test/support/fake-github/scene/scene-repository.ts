import type { FileSpec } from '../acts/commit-files.ts';
import type { MergeMethod } from '../acts/merge-pull-request.ts';
import type { CheckRun } from '../state/check-run.ts';
import type { Deployment, Release } from '../state/deployment.ts';
import type { Comment, Issue, PullRequestIssue, Review } from '../state/issue.ts';
import type { MergeGroup } from '../state/merge-group.ts';
import type { PermissionLevel, Repository } from '../state/repository.ts';

export interface AuthorSpec {
  readonly login: string;
  readonly type?: 'User' | 'Bot';
}

export interface PullRequestSpec {
  /** The next free number when absent. */
  readonly number?: number;
  readonly title?: string;
  readonly body?: string | null;
  /** `alice` when absent. */
  readonly author?: string | AuthorSpec;
  readonly files?: readonly FileSpec[];
  /** The default branch when absent. */
  readonly base?: string;
  readonly head?: {
    readonly ref?: string;
    /** With the SHA of another pull request's head, both share it. */
    readonly sha?: string;
    /** From the author's fork; `deleted`: the fork is gone since. */
    readonly fork?: boolean | 'deleted';
  };
  readonly draft?: boolean;
  readonly labels?: readonly string[];
  /** The title of its milestone. */
  readonly milestone?: string;
  /** What `changed_files` claims, when it shall differ from the files listed. */
  readonly changedFiles?: number;
}

interface IssueSpec {
  readonly number?: number;
  readonly title: string;
  readonly body?: string | null;
  readonly author?: string | AuthorSpec;
  readonly labels?: readonly string[];
}

/**
 * What people do in a repository, and what is to be seen there afterwards. Every act changes the state at once and
 * tells the webhooks; `by` names who acts and has a sensible default (the author, or `maintainer`).
 */
export interface SceneRepository {
  readonly state: Repository;
  readonly owner: string;
  readonly name: string;
  readonly installationId: number | null;

  readonly writeFile: (path: string, text: string, branch?: string) => string;
  readonly deleteFile: (path: string, branch?: string) => string;
  /** A commit straight onto a branch; gives its SHA. The branch is made when it is new. */
  readonly pushTo: (branch: string, files: readonly FileSpec[], message?: string) => string;
  /** A force push: the branch is put on a commit, whatever it held. */
  readonly resetTo: (branch: string, sha: string) => void;
  readonly setPermission: (login: string, level: PermissionLevel) => void;

  /** Of an issue or a pull request, as the next one. */
  readonly editBody: (number: number, body: string | null, by?: string) => void;
  readonly editTitle: (number: number, title: string, by?: string) => void;

  readonly openPullRequest: (spec?: PullRequestSpec) => PullRequestIssue;
  readonly retarget: (number: number, base: string, by?: string) => void;
  /** New commits on the pull request's branch; gives the new head's SHA. */
  readonly push: (number: number, files: readonly FileSpec[], message?: string) => string;
  readonly setDraft: (number: number, draft: boolean) => void;
  readonly close: (number: number, by?: string) => void;
  readonly reopen: (number: number, by?: string) => void;
  /** Gives the merge commit's SHA. */
  readonly merge: (number: number, options?: { readonly by?: string; readonly method?: MergeMethod }) => string;
  readonly enqueue: (numbers: readonly number[]) => MergeGroup;
  readonly dequeue: (group: MergeGroup, reason?: 'invalidated' | 'dequeued') => void;
  /** The queue merges its group: members are merged, the group is destroyed. */
  readonly mergeGroup: (group: MergeGroup) => void;
  readonly review: (number: number, by: string, state: Review['state'], body?: string) => Review;

  readonly openIssue: (spec: IssueSpec) => Issue;
  /** To another repository of the same owner; gives the issue that it is there. */
  readonly transferIssue: (number: number, to: SceneRepository, by?: string) => Issue;
  readonly deleteIssue: (number: number, by?: string) => void;
  readonly label: (number: number, names: readonly string[], by?: string) => void;
  readonly unlabel: (number: number, name: string, by?: string) => void;
  readonly comment: (number: number, body: string, by?: string) => Comment;
  readonly editComment: (commentId: number, body: string, by?: string) => void;
  readonly deleteComment: (commentId: number, by?: string) => void;

  readonly rerequest: (checkRunId: number, by?: string) => void;
  readonly rerequestSuite: (sha: string, by?: string) => void;
  readonly pressAction: (checkRunId: number, identifier: string, by?: string) => void;

  /** A deployment with a first status (`success` unless said). */
  readonly deploy: (spec: {
    readonly sha: string;
    readonly environment: string;
    readonly state?: string;
  }) => Deployment;
  readonly release: (tag: string, sha?: string) => Release;
  readonly rename: (name: string) => void;
  readonly transfer: (owner: string) => void;

  readonly issue: (number: number) => Issue;
  readonly pullRequest: (number: number) => PullRequestIssue;
  /** All runs on a commit, oldest first. */
  readonly checkRuns: (sha: string) => readonly CheckRun[];
  readonly labelsOf: (number: number) => readonly string[];
  readonly comments: (number: number) => readonly Comment[];
  readonly headOf: (branch?: string) => string;
}
