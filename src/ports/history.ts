import type { FileStatus } from '../domain/pull-request/changed-files.ts';

export const HISTORY_ERROR_CODES = ['no-git', 'not-a-repository', 'no-head', 'failed'] as const;
export type HistoryErrorCode = (typeof HISTORY_ERROR_CODES)[number];

/** The clone could not be read; the message says what git said, without paths of the machine. */
export class HistoryError extends Error {
  override readonly name: string = 'HistoryError';
  readonly code: HistoryErrorCode;

  constructor(code: HistoryErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** What the clone can and cannot tell. */
export interface HistoryState {
  /** The commit that is read, full id; `null` when the repository is empty. */
  readonly head: string | null;
  readonly branch: string | null;
  readonly bare: boolean;
  /** Older commits are not here: the oldest ones look as if they had created everything. */
  readonly shallow: boolean;
  /** Some objects are elsewhere and are not fetched. */
  readonly partial: boolean;
}

/** A commit without its changes. Nobody's name is here: an analysis counts changes, not people. */
export interface CommitRecord {
  readonly id: string;
  /** First parent first; of a graft or a shallow clone, what the clone says. */
  readonly parents: readonly string[];
  /** Unix seconds. */
  readonly committedAt: number;
  readonly authoredAt: number;
  /** At most {@link MAX_MESSAGE} characters. */
  readonly message: string;
}

export const MAX_MESSAGE = 100_000;

export interface HistoryFile {
  /** UTF-8; bytes that are not are written `\xNN`. */
  readonly path: string;
  readonly status: FileStatus;
  /** `null`: binary, a submodule, or not counted because the content is not here. */
  readonly additions: number | null;
  readonly deletions: number | null;
  readonly submodule?: true;
}

/** A commit of the main line against its first parent. */
export interface CommitChanges {
  readonly id: string;
  readonly files: readonly HistoryFile[];
  /** The content is not in this clone: paths are known, lines are not. */
  readonly uncounted?: true;
}

/** Who wrote the lines that a commit took away, and the lines beside what it added. */
export interface BlameAnswer {
  readonly removed: readonly { readonly commit: string; readonly lines: number }[];
  readonly beside: readonly { readonly commit: string; readonly lines: number }[];
  /** Files that could not be blamed: too large, binary, unreadable names or missing content. */
  readonly skippedFiles: number;
}

/** A local clone, read only. Every call may throw `HistoryError`, or the signal's reason when it is aborted. */
export interface History {
  readonly state: (signal?: AbortSignal) => Promise<HistoryState>;
  /** A small text file of the head; `null` when it is not there, not here, or above 3 MB. */
  readonly fileAtHead: (path: string, signal?: AbortSignal) => Promise<string | null>;
  /** Every commit that the head reaches, newest first, streamed. */
  readonly commits: (head: string, signal?: AbortSignal) => AsyncIterable<CommitRecord>;
  /** How many commits the main line has, for the progress bar. */
  readonly countChanges: (head: string, since: number | null, signal?: AbortSignal) => Promise<number>;
  /** The main line's commits with their files, streamed in no particular order; `since` in Unix seconds. */
  readonly changes: (head: string, since: number | null, signal?: AbortSignal) => AsyncIterable<CommitChanges>;
  /** Blames what a commit of the main line removed, at its first parent. */
  readonly blame: (
    commit: { readonly id: string; readonly parent: string },
    files: readonly string[],
    signal?: AbortSignal,
  ) => Promise<BlameAnswer>;
}
