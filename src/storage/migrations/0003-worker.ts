import type { Migration } from './migration.ts';

/** Who holds the worker's lock on a SQLite file, for the message to those who come second. */
export const worker: Migration = {
  name: '0003-worker',
  up: async (database, dialect) => {
    if (dialect !== 'sqlite') return;
    await database.schema
      .createTable('worker')
      .addColumn('only', 'integer', (column) => column.primaryKey())
      .addColumn('pid', 'integer', (column) => column.notNull())
      .addColumn('host', 'text', (column) => column.notNull())
      .addColumn('since', 'bigint', (column) => column.notNull())
      .execute();
  },
};
