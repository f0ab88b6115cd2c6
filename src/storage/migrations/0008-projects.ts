import type { Migration } from './migration.ts';

/** Whom the logins and teams of projects stand for, where targets are agreed on, and who has agreed. */
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
    await database.schema
      .createTable('alignments')
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('project', 'text', (column) => column.notNull())
      .addColumn('issue_repository_id', 'bigint')
      .addColumn('issue_number', 'bigint')
      .addColumn('document', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('alignments_key', ['repository_id', 'project'])
      .execute();
    await database.schema
      .createIndex('alignments_by_issue')
      .on('alignments')
      .columns(['issue_repository_id', 'issue_number'])
      .execute();
    await database.schema
      .createTable('agreements')
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('project', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('account_id', 'bigint', (column) => column.notNull())
      .addColumn('agreed_at', 'bigint', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('agreements_key', ['repository_id', 'project', 'hash', 'account_id'])
      .execute();
  },
};
