import type { Migration } from './migration.ts';

/** What broke, what people said of it, and the doors through which other programs report it. */
export const incidents: Migration = {
  name: '0004-incidents',
  up: async (database) => {
    await database.schema
      .createTable('incidents')
      .addColumn('installation_id', 'bigint', (column) => column.notNull())
      .addColumn('source', 'text', (column) => column.notNull())
      .addColumn('external_id', 'text', (column) => column.notNull())
      .addColumn('repository_id', 'bigint')
      .addColumn('happened_at', 'bigint', (column) => column.notNull())
      .addColumn('reported_at', 'bigint', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('incidents_key', ['installation_id', 'source', 'external_id'])
      .execute();
    await database.schema
      .createIndex('incidents_by_time')
      .on('incidents')
      .columns(['installation_id', 'repository_id', 'happened_at'])
      .execute();

    await database.schema
      .createTable('incident_judgements')
      .addColumn('installation_id', 'bigint', (column) => column.notNull())
      .addColumn('source', 'text', (column) => column.notNull())
      .addColumn('external_id', 'text', (column) => column.notNull())
      .addColumn('fact', 'text', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('incident_judgements_key', ['installation_id', 'source', 'external_id', 'fact'])
      .execute();

    await database.schema
      .createTable('intake_sources')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('token_hash', 'text', (column) => column.notNull().unique())
      .addColumn('document', 'text', (column) => column.notNull())
      .execute();
  },
};
