import type { Account } from './account.ts';

export type FileStatus = 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed' | 'unchanged';

/** One file of a commit against its first parent. */
export interface FileChange {
  readonly path: string;
  readonly previousPath?: string;
  readonly status: FileStatus;
  readonly additions: number;
  readonly deletions: number;
  readonly blobSha: string | null;
  /** Absent on binary files, submodules and mode changes, as at GitHub. */
  readonly patch?: string;
}

export interface Commit {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: Account;
  readonly date: string;
  /** When it differs from `date`: a rebase keeps it. */
  readonly authoredAt?: string;
  readonly files: readonly FileChange[];
  /** Every path of the snapshot with its blob's SHA. */
  readonly tree: ReadonlyMap<string, string>;
}
