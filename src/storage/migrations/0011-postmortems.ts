import { type ColumnDataType, type RawBuilder, sql } from 'kysely';
import type { Migration } from './migration.ts';

/** The postmortems of each project, and where their issues are. */
export const postmortems: Migration = {
  name: '0011-postmortems',
  up: async (database, dialect) => {
    // Ids are compared by their bytes on both databases.
    const bytes: ColumnDataType | RawBuilder<unknown> = dialect === 'postgres' ? sql`text collate "C"` : 'text';
    await database.schema
      .createTable('postmortems')
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('project_id', bytes, (column) => column.notNull())
      .addColumn('sequence', 'integer', (column) => column.notNull())
      .addColumn('closed_at', 'bigint')
      .addColumn('issue_repository_id', 'bigint')
      .addColumn('issue_number', 'bigint')
      .addColumn('document', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('postmortems_key', ['repository_id', 'project_id', 'sequence'])
      .execute();
    await database.schema
      .createIndex('postmortems_by_issue')
      .on('postmortems')
      .columns(['issue_repository_id', 'issue_number'])
      .execute();
  },
};
