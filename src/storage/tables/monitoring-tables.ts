/** What is watched after its release. */
export interface MonitoringTables {
  readonly monitoring_windows: MonitoringWindowsTable;
  readonly watches: WatchesTable;
  readonly placed_commits: PlacedCommitsTable;
}

interface MonitoringWindowsTable {
  readonly repository_id: number;
  readonly unit: string;
  readonly state: string;
  /** Null: both author and merger are bots. */
  readonly watcher_id: number | null;
  readonly opened_at: number;
  readonly document: string;
}

interface WatchesTable {
  readonly repository_id: number;
  readonly unit: string;
  readonly number: number;
  readonly sha: string | null;
  readonly merged_at: number;
  readonly due_at: number | null;
  /** 1: no deployment changes it any more. */
  readonly settled: number;
  readonly document: string;
}

/** Commits beside the main line that were deployed, and the commit of it that each contains. */
interface PlacedCommitsTable {
  readonly repository_id: number;
  readonly sha: string;
  readonly base: string | null;
  readonly placed_at: number;
}
