import { type ColumnDataType, type RawBuilder, sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Changes that users were exposed to, the default branch's chain, deployments, and how far the past was read. */
export const exposure: Migration = {
  name: '0005-exposure',
  up: async (database, dialect) => {
    // Prefixes are looked up as ranges of bytes: another collation has another order.
    const bytes: ColumnDataType | RawBuilder<unknown> = dialect === 'postgres' ? sql`text collate "C"` : 'text';

    await database.schema
      .createTable('exposures')
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('unit', bytes, (column) => column.notNull())
      .addColumn('sha', 'text')
      .addColumn('merged_at', 'bigint', (column) => column.notNull())
      .addColumn('source', 'integer', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('exposures_key', ['repository_id', 'unit'])
      .execute();
    await database.schema
      .createIndex('exposures_by_time')
      .on('exposures')
      .columns(['repository_id', 'merged_at', 'unit'])
      .execute();
    await database.schema
      .createIndex('exposures_by_commit')
      .on('exposures')
      .columns(['repository_id', 'sha'])
      .execute();

    await database.schema
      .createTable('exposed_paths')
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('unit', bytes, (column) => column.notNull())
      .addColumn('path', bytes, (column) => column.notNull())
      .addColumn('merged_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('exposed_paths_key', ['repository_id', 'unit', 'path'])
      .execute();
    await database.schema
      .createIndex('exposed_paths_by_path')
      .on('exposed_paths')
      .columns(['repository_id', 'path', 'merged_at'])
      .execute();

    await database.schema
      .createTable('main_line')
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('sha', 'text', (column) => column.notNull())
      .addColumn('position', 'bigint', (column) => column.notNull())
      .addColumn('unit', bytes, (column) => column.notNull())
      .addColumn('committed_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('main_line_key', ['repository_id', 'sha'])
      .execute();
    await database.schema
      .createIndex('main_line_by_position')
      .on('main_line')
      .columns(['repository_id', 'position'])
      .execute();

    await database.schema
      .createTable('deployments')
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('id', 'bigint', (column) => column.notNull())
      .addColumn('environment', 'text', (column) => column.notNull())
      .addColumn('sha', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('deployments_key', ['repository_id', 'kind', 'id'])
      .execute();
    await database.schema
      .createIndex('deployments_by_time')
      .on('deployments')
      .columns(['repository_id', 'at'])
      .execute();
    await database.schema
      .createIndex('deployments_by_commit')
      .on('deployments')
      .columns(['repository_id', 'sha'])
      .execute();

    await database.schema
      .createTable('backfills')
      .addColumn('repository_id', 'bigint', (column) => column.primaryKey())
      .addColumn('document', 'text', (column) => column.notNull())
      .execute();
  },
};
