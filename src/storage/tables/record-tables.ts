import type { Generated } from 'kysely';

/** What is counted of a repository, and what is to be counted again. */
export interface RecordTables {
  readonly improvement_actions: ImprovementActionsTable;
  readonly records: RecordsTable;
  readonly record_traits: RecordTraitsTable;
  readonly record_days: RecordDaysTable;
  readonly record_incidents: RecordIncidentsTable;
  readonly stale_days: StaleDaysTable;
  readonly stale_incidents: StaleIncidentsTable;
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
