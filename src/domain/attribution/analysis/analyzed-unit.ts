import type { HistoryKind } from './history-kind.ts';

/** A change of the main line with everything that the analysis counts. */
export interface AnalyzedUnit {
  readonly id: string;
  /** Unix seconds. */
  readonly at: number;
  readonly kind: HistoryKind;
  readonly title: string;
  readonly pullRequest?: number;
  readonly files: readonly string[];
  /** Lines by file where the clone could count them. */
  readonly changed: ReadonlyMap<string, { readonly additions: number; readonly deletions: number }>;
  /** Additions plus deletions; `null` when not counted. */
  readonly lines: number | null;
  /** From its first commit's writing to the main line, in seconds: as near to lead time as a clone can tell. */
  readonly leadSeconds: number | null;
}
