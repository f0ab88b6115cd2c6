import type { Migration } from './migration.ts';

/** Up to when the issues of each tracker were looked through for events that nobody told of. */
export const issueLooks: Migration = {
  name: '0012-issue-looks',
  up: async (database) => {
    await database.schema
      .createTable('issue_looks')
      .addColumn('repository_id', 'bigint', (column) => column.primaryKey())
      .addColumn('looked_at', 'bigint', (column) => column.notNull())
      .execute();
  },
};
