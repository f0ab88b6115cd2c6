/** Projects, and the issues in which people are asked or told something. */
export interface ProjectTables {
  readonly members: MembersTable;
  readonly alignments: AlignmentsTable;
  readonly agreements: AgreementsTable;
  readonly postmortems: PostmortemsTable;
  readonly reports: ReportsTable;
}

interface MembersTable {
  readonly installation_id: number;
  /** An author's login or `organisation/team`, in lower case. */
  readonly reference: string;
  readonly document: string;
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

interface ReportsTable {
  readonly repository_id: number;
  readonly period_id: string;
  readonly ends_at: number;
  /** Null: it is being opened. */
  readonly issue_number: number | null;
  readonly document: string;
}
