/** A commit that is, or was, the tip of the default branch: one link of its chain of first parents. */
export interface MainLineCommit {
  readonly sha: string;
  /** Grows by one from parent to child; negative before the commit that was read first. */
  readonly position: number;
  /** The exposure that it belongs to, see `unitOf`: all commits of a rebased pull request belong to it. */
  readonly unit: string;
  /** ISO 8601 in UTC. */
  readonly committedAt: string;
}
