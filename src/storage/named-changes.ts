import type { Kysely } from 'kysely';
import type { KeyColumns } from './read-decisions.ts';
import { markIncident, markUnits } from './stale-marks.ts';
import type { Tables } from './tables.ts';

type Database = Kysely<Tables>;

/** Forgets what an incident named in one of the tables. */
export async function clear(
  database: Database,
  table: 'suspected_changes' | 'incident_areas',
  { installation_id, source, external_id }: KeyColumns,
): Promise<void> {
  await database
    .deleteFrom(table)
    .where('installation_id', '=', installation_id)
    .where('source', '=', source)
    .where('external_id', '=', external_id)
    .execute();
}

/** The changes that an incident named so far, and the incident itself: they are counted again. */
export async function markNamed(database: Database, key: KeyColumns): Promise<void> {
  const attribution = await database
    .selectFrom('attributions')
    .select('repository_id')
    .where('installation_id', '=', key.installation_id)
    .where('source', '=', key.source)
    .where('external_id', '=', key.external_id)
    .executeTakeFirst();
  if (attribution === undefined) return;
  const units = new Set<string>();
  for (const table of ['suspected_changes', 'link_decisions'] as const) {
    const rows = await database
      .selectFrom(table)
      .select('unit')
      .where('installation_id', '=', key.installation_id)
      .where('source', '=', key.source)
      .where('external_id', '=', key.external_id)
      .execute();
    for (const { unit } of rows) units.add(unit);
  }
  await markUnits(database, attribution.repository_id, [...units]);
  await markIncident(database, [attribution.repository_id], key);
}
