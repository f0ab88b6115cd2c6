import { type ColumnDataType, type RawBuilder, sql } from 'kysely';
import type { Migration } from './migration.ts';

/** The time in which each change is watched, what that is worked out from, and deployed commits beside the main line. */
export const monitoring: Migration = {
  name: '0007-monitoring',
  up: async (database, dialect) => {
    // Units are compared by their bytes on both databases.
    const bytes: ColumnDataType | RawBuilder<unknown> = dialect === 'postgres' ? sql`text collate "C"` : 'text';

    await database.schema
      .createTable('monitoring_windows')
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('unit', bytes, (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('watcher_id', 'bigint')
      .addColumn('opened_at', 'bigint', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('monitoring_windows_key', ['repository_id', 'unit'])
      .execute();
    await database.schema
      .createIndex('monitoring_windows_by_time')
      .on('monitoring_windows')
      .columns(['repository_id', 'opened_at'])
      .execute();
    await database.schema
      .createIndex('monitoring_windows_by_watcher')
      .on('monitoring_windows')
      .columns(['repository_id', 'watcher_id', 'state'])
      .execute();
    await database.schema
      .createIndex('monitoring_windows_by_state')
      .on('monitoring_windows')
      .columns(['state'])
      .execute();

    await database.schema
      .createTable('watches')
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('unit', bytes, (column) => column.notNull())
      .addColumn('number', 'bigint', (column) => column.notNull())
      .addColumn('sha', 'text')
      .addColumn('merged_at', 'bigint', (column) => column.notNull())
      .addColumn('due_at', 'bigint')
      .addColumn('settled', 'integer', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('watches_key', ['repository_id', 'unit'])
      .execute();
    await database.schema
      .createIndex('watches_by_merge')
      .on('watches')
      .columns(['repository_id', 'settled', 'merged_at'])
      .execute();
    await database.schema.createIndex('watches_by_due').on('watches').columns(['repository_id', 'due_at']).execute();

    await database.schema
      .createTable('placed_commits')
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('sha', 'text', (column) => column.notNull())
      .addColumn('base', 'text')
      .addColumn('placed_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('placed_commits_key', ['repository_id', 'sha'])
      .execute();
  },
};
