/** Repositories and their pull requests: what GitHub told, what we think of it, what we said. */
export interface PullRequestTables {
  readonly repositories: RepositoriesTable;
  readonly pull_requests: PullRequestsTable;
  readonly changed_files: ChangedFilesTable;
  readonly opinions: OpinionsTable;
  readonly personal_statements: PersonalStatementsTable;
  readonly checks: ChecksTable;
  readonly labels: LabelsTable;
  readonly defined_labels: DefinedLabelsTable;
  readonly base_files: BaseFilesTable;
  readonly remote_files: RemoteFilesTable;
  readonly done_commands: DoneCommandsTable;
}

interface RepositoriesTable {
  readonly repository_id: number;
  readonly document: string;
}

interface PullRequestsTable {
  readonly repository_id: number;
  readonly number: number;
  readonly state: 'open' | 'closed';
  readonly head_sha: string;
  readonly updated_at: number;
  readonly document: string;
}

interface ChangedFilesTable {
  readonly repository_id: number;
  readonly base_sha: string;
  readonly head_sha: string;
  readonly saved_at: number;
  readonly document: string;
}

interface OpinionsTable {
  readonly repository_id: number;
  readonly number: number;
  readonly document: string;
}

interface PersonalStatementsTable {
  readonly repository_id: number;
  readonly number: number;
  readonly kind: string;
  readonly document: string;
}

interface ChecksTable {
  readonly repository_id: number;
  readonly head_sha: string;
  readonly name: string;
  readonly run_id: number | null;
  readonly content_hash: string;
}

/** One row a pull request: its records are always read and replaced together. */
interface LabelsTable {
  readonly repository_id: number;
  readonly number: number;
  readonly document: string;
}

interface DefinedLabelsTable {
  readonly repository_id: number;
  /** Lower case: to GitHub, `Bug` and `bug` are one label. */
  readonly folded: string;
  readonly name: string;
}

interface BaseFilesTable {
  readonly repository_id: number;
  readonly ref: string;
  readonly read_at: number;
  readonly document: string;
}

interface RemoteFilesTable {
  readonly installation_id: number;
  readonly reference: string;
  /** `owner/name` in lower case, as the reference begins. */
  readonly repository: string;
  readonly read_at: number;
  readonly document: string;
}

interface DoneCommandsTable {
  readonly repository_id: number;
  readonly command_id: string;
  readonly done_at: number;
}
