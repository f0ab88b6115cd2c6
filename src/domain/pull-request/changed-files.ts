/** GitHub's own words for what happened to a file. */
export const FILE_STATUSES = ['added', 'removed', 'modified', 'renamed', 'copied', 'changed', 'unchanged'] as const;
export type FileStatus = (typeof FILE_STATUSES)[number];

export interface ChangedFile {
  readonly path: string;
  /** Only on `renamed` (and `copied`): a rename touches two paths. */
  readonly previousPath?: string;
  readonly status: FileStatus;
  readonly additions: number;
  readonly deletions: number;
}

/** Why a file list cannot be trusted to be whole. GitHub lists 3,000 files of a pull request at most. */
export const INCOMPLETE_REASONS = ['truncated', 'not-found'] as const;
export type IncompleteReason = (typeof INCOMPLETE_REASONS)[number];

/** The files of a pull request; `incomplete` says why some are not here, and then the risk is unknown. */
export interface ChangedFiles {
  readonly files: readonly ChangedFile[];
  /** How many files GitHub says the pull request changes. */
  readonly expected: number;
  readonly incomplete?: IncompleteReason;
  /** The commit that GitHub listed them of, where its answer tells. */
  readonly headSha?: string;
}
