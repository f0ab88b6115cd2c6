import type { Generated } from 'kysely';

/**
 * The tables as Kysely sees them, the same in both dialects. Ids are GitHub's numbers (beyond 2^31), moments are
 * milliseconds since the epoch, and a `document` is JSON text: text takes every string that JSON can hold, while
 * PostgreSQL's jsonb refuses NUL and lone surrogates.
 */
export interface Tables {
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
  readonly exposures: ExposuresTable;
  readonly exposed_paths: ExposedPathsTable;
  readonly main_line: MainLineTable;
  readonly deployments: DeploymentsTable;
  readonly backfills: BackfillsTable;
  readonly incidents: IncidentsTable;
  readonly incident_judgements: IncidentJudgementsTable;
  readonly intake_sources: IntakeSourcesTable;
  readonly attributions: AttributionsTable;
  readonly link_decisions: LinkDecisionsTable;
  readonly suspected_changes: SuspectedChangesTable;
  readonly incident_areas: IncidentAreasTable;
  readonly link_calibrations: LinkCalibrationsTable;
  readonly monitoring_windows: MonitoringWindowsTable;
  readonly watches: WatchesTable;
  readonly placed_commits: PlacedCommitsTable;
  readonly members: MembersTable;
  readonly alignments: AlignmentsTable;
  readonly agreements: AgreementsTable;
  readonly improvement_actions: ImprovementActionsTable;
  readonly records: RecordsTable;
  readonly record_traits: RecordTraitsTable;
  readonly record_days: RecordDaysTable;
  readonly record_incidents: RecordIncidentsTable;
  readonly stale_days: StaleDaysTable;
  readonly stale_incidents: StaleIncidentsTable;
  readonly issue_looks: IssueLooksTable;
  readonly postmortems: PostmortemsTable;
  readonly reports: ReportsTable;
  readonly jobs: JobsTable;
  readonly deliveries: DeliveriesTable;
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

interface IssueLooksTable {
  readonly repository_id: number;
  readonly looked_at: number;
}

interface BackfillsTable {
  readonly repository_id: number;
  readonly document: string;
}

interface IncidentsTable {
  readonly installation_id: number;
  readonly source: string;
  readonly external_id: string;
  /** Null: known where it is told, not which repository it concerns. */
  readonly repository_id: number | null;
  readonly happened_at: number;
  readonly reported_at: number;
  readonly state: 'open' | 'resolved' | 'withdrawn';
  readonly document: string;
}

/** Apart from the reports, so that a new telling never overwrites what people said, nor they it. */
interface IncidentJudgementsTable {
  readonly installation_id: number;
  readonly source: string;
  readonly external_id: string;
  readonly fact: string;
  readonly document: string;
}

interface IntakeSourcesTable {
  readonly id: string;
  readonly token_hash: string;
  readonly document: string;
}

interface OfIncident {
  readonly installation_id: number;
  readonly source: string;
  readonly external_id: string;
}

interface AttributionsTable extends OfIncident {
  readonly repository_id: number;
  readonly happened_at: number;
  readonly document: string;
}

/** Apart from the rankings, so that neither overwrites the other. */
interface LinkDecisionsTable extends OfIncident {
  readonly unit: string;
  readonly document: string;
}

interface SuspectedChangesTable extends OfIncident {
  readonly repository_id: number;
  readonly unit: string;
}

/** Where the changes that count as causes were made. */
interface IncidentAreasTable extends OfIncident {
  readonly repository_id: number;
  readonly happened_at: number;
  readonly path: string;
}

interface LinkCalibrationsTable {
  readonly repository_id: number;
  readonly document: string;
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

interface AlignmentsTable {
  readonly repository_id: number;
  readonly project: string;
  readonly issue_repository_id: number | null;
  readonly issue_number: number | null;
  readonly document: string;
}

interface AgreementsTable {
  readonly repository_id: number;
  readonly project: string;
  /** Of the targets. */
  readonly hash: string;
  readonly account_id: number;
  readonly agreed_at: number;
  readonly document: string;
}

interface MembersTable {
  readonly installation_id: number;
  /** An author's login or `organisation/team`, in lower case. */
  readonly reference: string;
  readonly document: string;
}

interface ImprovementActionsTable {
  readonly repository_id: number;
  readonly id: string;
  readonly registered_at: number;
  readonly document: string;
}

/** What the cells of a repository were counted with. */
interface RecordsTable {
  readonly repository_id: number;
  readonly definitions: string;
}

/** Traits and belongings are many words for few combinations: cells name them by number. */
interface RecordTraitsTable {
  readonly repository_id: number;
  readonly id: number;
  readonly document: string;
}

/** All that is counted of the changes merged on one day. */
interface RecordDaysTable {
  readonly repository_id: number;
  readonly day: number;
  readonly document: string;
}

interface RecordIncidentsTable {
  readonly repository_id: number;
  readonly id: string;
  readonly happened_at: number;
  readonly document: string;
}

/** Days, both ends included, whose facts changed since they were counted. */
interface StaleDaysTable {
  readonly id: Generated<number>;
  readonly repository_id: number;
  readonly from_day: number;
  readonly to_day: number;
}

interface StaleIncidentsTable {
  readonly id: Generated<number>;
  readonly repository_id: number;
  readonly source: string;
  readonly external_id: string;
}

interface ReportsTable {
  readonly repository_id: number;
  readonly period_id: string;
  readonly ends_at: number;
  /** Null: it is being opened. */
  readonly issue_number: number | null;
  readonly document: string;
}

interface PostmortemsTable {
  readonly repository_id: number;
  readonly project_id: string;
  readonly sequence: number;
  /** Null: it is open. */
  readonly closed_at: number | null;
  /** Null: it was not opened yet. It may lie in another repository than the project's. */
  readonly issue_repository_id: number | null;
  readonly issue_number: number | null;
  readonly document: string;
}

/** A row is one `NewJob`; rows of one lane, kind and key become one `Job` when they are taken. Ended rows are deleted. */
interface JobsTable {
  readonly id: Generated<number>;
  readonly kind: string;
  readonly lane: string;
  readonly key: string;
  readonly payload: string;
  readonly installation_id: number | null;
  readonly delivery_id: string | null;
  /** 1 when its delivery brought other jobs too; only such jobs are found by their delivery. */
  readonly siblings: number;
  readonly state: 'waiting' | 'running' | 'dead';
  readonly run_at: number;
  readonly attempts: number;
  /** How often the worker died while it ran. */
  readonly kills: Generated<number>;
  /** 1 while a failed job waits for its next try, and its lane with it. */
  readonly retrying: number;
  /** The lowest id of the rows that died together. */
  readonly died_as: number | null;
  readonly failed_at: number | null;
  readonly error: string | null;
}

interface DeliveriesTable {
  readonly seq: Generated<number>;
  readonly id: string;
  readonly event: string;
  readonly action: string | null;
  readonly installation_id: number | null;
  readonly repository_id: number | null;
  readonly received_at: number;
  readonly state: 'waiting' | 'done' | 'dead' | 'ignored';
  readonly error: string | null;
}
