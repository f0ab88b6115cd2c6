import { type CreateTableBuilder, sql } from 'kysely';
import type { Dialect, Migration } from './migration.ts';

/**
 * Work to be done and the deliveries that asked for it. No `autoincrement`: ids only order the rows that are there, and
 * it would cost a write more for each webhook. Nor is a job found by its delivery when it came alone, as most do: ids
 * of deliveries are random, so each would change a page of its own. On PostgreSQL `jobs` is the outbox.
 */
export const jobs: Migration = {
  name: '0002-jobs',
  up: async (database, dialect) => {
    await addSerial(database.schema.createTable('jobs'), 'id', dialect)
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('lane', 'text', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('payload', 'text', (column) => column.notNull())
      .addColumn('installation_id', 'bigint')
      .addColumn('delivery_id', 'text')
      .addColumn('siblings', 'integer', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('run_at', 'bigint', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('kills', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('retrying', 'integer', (column) => column.notNull())
      .addColumn('died_as', 'bigint')
      .addColumn('failed_at', 'bigint')
      .addColumn('error', 'text')
      .execute();
    await database.schema.createIndex('jobs_due').on('jobs').columns(['state', 'run_at', 'id', 'lane']).execute();
    await database.schema.createIndex('jobs_by_lane').on('jobs').columns(['lane', 'state', 'kind', 'key']).execute();
    await database.schema
      .createIndex('jobs_holding_lanes')
      .on('jobs')
      .columns(['lane', 'run_at'])
      .where(sql.ref('retrying'), '=', sql.lit(1))
      .execute();
    await database.schema
      .createIndex('jobs_by_delivery')
      .on('jobs')
      .column('delivery_id')
      .where(sql.ref('siblings'), '=', sql.lit(1))
      .execute();

    await addSerial(database.schema.createTable('deliveries'), 'seq', dialect)
      .addColumn('id', 'text', (column) => column.notNull().unique())
      .addColumn('event', 'text', (column) => column.notNull())
      .addColumn('action', 'text')
      .addColumn('installation_id', 'bigint')
      .addColumn('repository_id', 'bigint')
      .addColumn('received_at', 'bigint', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('error', 'text')
      .execute();
    await database.schema.createIndex('deliveries_by_state').on('deliveries').columns(['state', 'seq']).execute();
  },
};

function addSerial<T extends string, C extends string>(
  table: CreateTableBuilder<T, C>,
  name: string,
  dialect: Dialect,
): CreateTableBuilder<T, C> {
  return dialect === 'sqlite'
    ? (table.addColumn(name, 'integer', (column) => column.primaryKey()) as CreateTableBuilder<T, C>)
    : (table.addColumn(name, 'bigint', (column) =>
        column.primaryKey().generatedByDefaultAsIdentity(),
      ) as CreateTableBuilder<T, C>);
}
