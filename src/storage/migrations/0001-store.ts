import type { Transaction } from 'kysely';
import type { Migration } from './migration.ts';

/** What the app knows of repositories and pull requests, and the ledgers of what it did. */
export const store: Migration = {
  name: '0001-store',
  up: async (database) => {
    await database.schema
      .createTable('repositories')
      .addColumn('repository_id', 'bigint', (column) => column.primaryKey())
      .addColumn('document', 'text', (column) => column.notNull())
      .execute();

    await database.schema
      .createTable('pull_requests')
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('number', 'bigint', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('head_sha', 'text', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('pull_requests_key', ['repository_id', 'number'])
      .execute();
    await database.schema
      .createIndex('pull_requests_by_head')
      .on('pull_requests')
      .columns(['repository_id', 'head_sha', 'state'])
      .execute();
    await database.schema
      .createIndex('pull_requests_by_state')
      .on('pull_requests')
      .columns(['repository_id', 'state', 'number'])
      .execute();

    await database.schema
      .createTable('changed_files')
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('head_sha', 'text', (column) => column.notNull())
      .addColumn('base_sha', 'text', (column) => column.notNull())
      .addColumn('saved_at', 'bigint', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('changed_files_key', ['repository_id', 'head_sha', 'base_sha'])
      .execute();

    for (const table of ['opinions', 'labels']) {
      await database.schema
        .createTable(table)
        .addColumn('repository_id', 'bigint', (column) => column.notNull())
        .addColumn('number', 'bigint', (column) => column.notNull())
        .addColumn('document', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint(`${table}_key`, ['repository_id', 'number'])
        .execute();
    }

    await database.schema
      .createTable('personal_statements')
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('number', 'bigint', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('personal_statements_key', ['repository_id', 'number', 'kind'])
      .execute();

    await createLedgers(database);
    await createCaches(database);
  },
};

async function createLedgers(database: Transaction<unknown>): Promise<void> {
  await database.schema
    .createTable('checks')
    .addColumn('repository_id', 'bigint', (column) => column.notNull())
    .addColumn('head_sha', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('run_id', 'bigint')
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('checks_key', ['repository_id', 'head_sha', 'name'])
    .execute();

  await database.schema
    .createTable('defined_labels')
    .addColumn('repository_id', 'bigint', (column) => column.notNull())
    .addColumn('folded', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('defined_labels_key', ['repository_id', 'folded'])
    .execute();

  await database.schema
    .createTable('done_commands')
    .addColumn('repository_id', 'bigint', (column) => column.notNull())
    .addColumn('command_id', 'text', (column) => column.notNull())
    .addColumn('done_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('done_commands_key', ['repository_id', 'command_id'])
    .execute();
}

async function createCaches(database: Transaction<unknown>): Promise<void> {
  await database.schema
    .createTable('base_files')
    .addColumn('repository_id', 'bigint', (column) => column.notNull())
    .addColumn('ref', 'text', (column) => column.notNull())
    .addColumn('read_at', 'bigint', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('base_files_key', ['repository_id', 'ref'])
    .execute();

  await database.schema
    .createTable('remote_files')
    .addColumn('installation_id', 'bigint', (column) => column.notNull())
    .addColumn('reference', 'text', (column) => column.notNull())
    .addColumn('repository', 'text', (column) => column.notNull())
    .addColumn('read_at', 'bigint', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('remote_files_key', ['installation_id', 'reference'])
    .execute();
}
