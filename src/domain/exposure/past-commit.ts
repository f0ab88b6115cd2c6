/** A commit as the default branch's history shows it. */
export interface PastCommit {
  readonly sha: string;
  /** ISO 8601 in UTC. */
  readonly committedAt: string;
  readonly firstParent: string | null;
  /** Those that GitHub says it came with. */
  readonly pullRequests: readonly {
    readonly number: number;
    readonly merged: boolean;
    readonly baseRef: string;
    readonly mergeCommitSha: string | null;
  }[];
}
