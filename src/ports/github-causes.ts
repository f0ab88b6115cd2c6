import type { Repository } from '../domain/pull-request/repository.ts';

/** Lines of a file that one commit wrote last; 1-based, both ends inside. */
export interface BlamedRange {
  readonly from: number;
  readonly to: number;
  readonly sha: string;
  /** The pull request that brought the commit, where GitHub knows one. */
  readonly pullRequest: number | null;
}

/** A pull request that closes an issue, by its words or by hand. */
export interface ClosingPullRequest {
  readonly number: number;
  /** The commit that brought it to its base; `null`: it is not merged. */
  readonly mergeCommitSha: string | null;
}

/** What a commit did to one file against its first parent. */
export interface FilePatch {
  readonly path: string;
  readonly previousPath: string | null;
  /** Unified diff without its header; `null` where GitHub gives none (binary, too long). */
  readonly patch: string | null;
}

/** A commit by whatever it was called, and the pull request that brought it. */
export interface NamedCommit {
  readonly sha: string;
  readonly pullRequest: number | null;
}

/** What is asked of GitHub to find out who wrote what a fix took away. Trouble throws `GitHubError`. */
export interface GitHubCauses {
  /**
   * GitHub's own blame: it knows no white space options, no moves between files and no list of ignored revisions.
   * `null` when the commit or the file is not there.
   */
  readonly blame: (repository: Repository, sha: string, path: string) => Promise<readonly BlamedRange[] | null>;
  /**
   * The commit with this id, which may be cut short to 7 digits, wherever it is: also on the branch of a pull request that was
   * squashed. `null` when there is none, or several.
   */
  readonly commitWithId: (repository: Repository, id: string) => Promise<NamedCommit | null>;
  /** At most the first hundred. Empty when there is no such issue. */
  readonly closingPullRequests: (repository: Repository, issue: number) => Promise<readonly ClosingPullRequest[]>;
  /** The first three hundred files of a commit, and its first parent. `null` when it is not there, or has no parent. */
  readonly commitPatches: (
    repository: Repository,
    sha: string,
  ) => Promise<{ readonly parent: string; readonly files: readonly FilePatch[] } | null>;
}
