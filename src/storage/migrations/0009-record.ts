import { type ColumnDataType, type RawBuilder, sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Registered improvement actions, and what is counted of each repository by day. */
export const record: Migration = {
  name: '0009-record',
  up: async (database, dialect) => {
    // Marks are told apart by when they were made: the identity must grow, also after deletes.
    const identity: ColumnDataType | RawBuilder<unknown> =
      dialect === 'postgres' ? sql`bigint generated always as identity` : 'integer';

    await database.schema
      .createTable('improvement_actions')
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('registered_at', 'bigint', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('improvement_actions_key', ['repository_id', 'id'])
      .execute();

    await database.schema
      .createTable('records')
      .addColumn('repository_id', 'bigint', (column) => column.primaryKey())
      .addColumn('definitions', 'text', (column) => column.notNull())
      .execute();
    await database.schema
      .createTable('record_traits')
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('id', 'integer', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('record_traits_key', ['repository_id', 'id'])
      .execute();
    await database.schema
      .createTable('record_days')
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('day', 'integer', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('record_days_key', ['repository_id', 'day'])
      .execute();
    await database.schema
      .createTable('record_incidents')
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('happened_at', 'bigint', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('record_incidents_key', ['repository_id', 'id'])
      .execute();

    await database.schema.createIndex('link_decisions_by_unit').on('link_decisions').column('unit').execute();
    await database.schema
      .createTable('stale_days')
      .addColumn('id', identity, (column) =>
        dialect === 'postgres' ? column.primaryKey() : column.primaryKey().autoIncrement(),
      )
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('from_day', 'integer', (column) => column.notNull())
      .addColumn('to_day', 'integer', (column) => column.notNull())
      .execute();
    await database.schema
      .createIndex('stale_days_by_repository')
      .on('stale_days')
      .columns(['repository_id', 'id'])
      .execute();
    await database.schema
      .createTable('stale_incidents')
      .addColumn('id', identity, (column) =>
        dialect === 'postgres' ? column.primaryKey() : column.primaryKey().autoIncrement(),
      )
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('source', 'text', (column) => column.notNull())
      .addColumn('external_id', 'text', (column) => column.notNull())
      .execute();
    await database.schema
      .createIndex('stale_incidents_by_repository')
      .on('stale_incidents')
      .columns(['repository_id', 'id'])
      .execute();
  },
};
