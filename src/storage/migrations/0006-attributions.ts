import { type ColumnDataType, type RawBuilder, sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Which changes caused which incidents, what people decided of it, and where those changes were made. */
export const attributions: Migration = {
  name: '0006-attributions',
  up: async (database, dialect) => {
    // Paths are compared by their bytes on both databases.
    const bytes: ColumnDataType | RawBuilder<unknown> = dialect === 'postgres' ? sql`text collate "C"` : 'text';
    const byIncident = <T extends string>(table: T) =>
      database.schema
        .createTable(table)
        .addColumn('installation_id', 'bigint', (column) => column.notNull())
        .addColumn('source', 'text', (column) => column.notNull())
        .addColumn('external_id', 'text', (column) => column.notNull());

    await byIncident('attributions')
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('happened_at', 'bigint', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('attributions_key', ['installation_id', 'source', 'external_id'])
      .execute();
    await database.schema
      .createIndex('attributions_by_time')
      .on('attributions')
      .columns(['repository_id', 'happened_at'])
      .execute();

    await byIncident('link_decisions')
      .addColumn('unit', 'text', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('link_decisions_key', ['installation_id', 'source', 'external_id', 'unit'])
      .execute();

    await byIncident('suspected_changes')
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('unit', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('suspected_changes_key', ['installation_id', 'source', 'external_id', 'unit'])
      .execute();
    await database.schema
      .createIndex('suspected_changes_by_unit')
      .on('suspected_changes')
      .columns(['repository_id', 'unit'])
      .execute();

    await byIncident('incident_areas')
      .addColumn('repository_id', 'bigint', (column) => column.notNull())
      .addColumn('happened_at', 'bigint', (column) => column.notNull())
      .addColumn('path', bytes, (column) => column.notNull())
      .addPrimaryKeyConstraint('incident_areas_key', ['installation_id', 'source', 'external_id', 'path'])
      .execute();
    await database.schema
      .createIndex('incident_areas_by_time')
      .on('incident_areas')
      .columns(['repository_id', 'happened_at', 'path'])
      .execute();

    await database.schema
      .createTable('link_calibrations')
      .addColumn('repository_id', 'bigint', (column) => column.primaryKey())
      .addColumn('document', 'text', (column) => column.notNull())
      .execute();
  },
};
