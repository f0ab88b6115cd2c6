import type { Kysely, Transaction } from 'kysely';

export type Dialect = 'sqlite' | 'postgres';

/** One step of the schema. A released step is never edited; the next one corrects it. */
export interface Migration {
  /** Numbered; kept in the database as done. */
  readonly name: string;
  // The schema of a past step is not today's `Tables`: Kysely's own migrations are untyped for the same reason.
  readonly up: (database: Transaction<unknown>, dialect: Dialect) => Promise<void>;
}

/** The table that remembers which steps were taken. */
export interface MigrationTables {
  readonly migrations: { readonly name: string; readonly taken_at: number };
}

export type MigratableDatabase = Kysely<MigrationTables>;
