import type { Migration } from './migration.ts';

/** Whom the logins and teams of projects stand for. */
export const projects: Migration = {
  name: '0008-projects',
  up: async (database) => {
    await database.schema
      .createTable('members')
      .addColumn('installation_id', 'bigint', (column) => column.notNull())
      .addColumn('reference', 'text', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('members_key', ['installation_id', 'reference'])
      .execute();
  },
};
