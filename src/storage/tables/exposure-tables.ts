/** What users were exposed to: merged changes, the main line, deployments, and how far the past was read. */
export interface ExposureTables {
  readonly exposures: ExposuresTable;
  readonly exposed_paths: ExposedPathsTable;
  readonly main_line: MainLineTable;
  readonly deployments: DeploymentsTable;
  readonly backfills: BackfillsTable;
  readonly issue_looks: IssueLooksTable;
}

interface ExposuresTable {
  readonly repository_id: number;
  /** `#12`, or the commit of a direct push. */
  readonly unit: string;
  readonly sha: string | null;
  readonly merged_at: number;
  /** How good the judgement is, see `JUDGEMENT_SOURCES`; -1 without one. */
  readonly source: number;
  readonly document: string;
}

/** Old and new names, so that a folder's changes are found without reading documents. */
interface ExposedPathsTable {
  readonly repository_id: number;
  readonly unit: string;
  readonly path: string;
  readonly merged_at: number;
}

interface MainLineTable {
  readonly repository_id: number;
  readonly sha: string;
  readonly position: number;
  readonly unit: string;
  readonly committed_at: number;
}

export interface DeploymentsTable {
  readonly repository_id: number;
  readonly kind: 'deployment' | 'release';
  readonly id: number;
  readonly environment: string;
  readonly sha: string;
  readonly state: 'success' | 'failure';
  readonly at: number;
}

interface BackfillsTable {
  readonly repository_id: number;
  readonly document: string;
}

interface IssueLooksTable {
  readonly repository_id: number;
  readonly looked_at: number;
}
