import type { Migration } from './migration.ts';

/** Which issue holds the report of which period. */
export const reports: Migration = {
  name: '0010-reports',
  up: async (database) => {
    await database.schema
      .createTable('reports')
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('period_id', 'text', (column) => column.notNull())
      .addColumn('ends_at', 'bigint', (column) => column.notNull())
      .addColumn('issue_number', 'bigint')
      .addColumn('document', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('reports_key', ['repository_id', 'period_id'])
      .execute();
    await database.schema
      .createIndex('reports_by_issue')
      .on('reports')
      .columns(['repository_id', 'issue_number'])
      .execute();
  },
};
