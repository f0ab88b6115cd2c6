import { DAY_MS } from '../domain/calendar.ts';
import type { Calibration } from '../domain/attribution/ranking-weights.ts';
import type { IncidentKey, IncidentSource } from '../domain/incident/incident.ts';
import type { AttributionStore } from '../ports/attribution-store.ts';
import { fromDocument, toDocument } from './document.ts';
import { columnsOf } from './incident-store.ts';
import { toMoment } from './moment.ts';
import { clear, markNamed } from './named-changes.ts';
import { type AttributionRow, decisionsOf, type KeyColumns, nameOf, ROWS, withDecisions } from './read-decisions.ts';
import type { Runner } from './runner.ts';
import { markIncident, markUnits } from './stale-marks.ts';
import { toColumn } from './to-column.ts';

const KEY = ['installation_id', 'source', 'external_id'] as const;

export function attributionStore({ read, write, writeAll }: Runner): AttributionStore {
  return {
    save: (attribution, areas) =>
      writeAll(async (database) => {
        const key = columnsOf(attribution);
        await markNamed(database, key);
        const repository_id = attribution.repositoryId;
        const happened_at = toMoment(attribution.happenedAt, `The incident ${attribution.externalId}`);
        const state = { repository_id, happened_at, document: toDocument(attribution) };
        await database
          .insertInto('attributions')
          .values({ ...key, ...state })
          .onConflict((conflict) => conflict.columns(KEY).doUpdateSet(state))
          .execute();
        for (const table of ['suspected_changes', 'incident_areas'] as const) await clear(database, table, key);
        const units = [...new Set(attribution.candidates.map(({ unit }) => unit))];
        if (units.length > 0) {
          await database
            .insertInto('suspected_changes')
            .values(units.map((unit) => ({ ...key, repository_id, unit })))
            .execute();
        }
        await markUnits(database, repository_id, units);
        await markIncident(database, [repository_id], key);
        const paths = [...new Set(areas.map(toColumn))];
        if (paths.length > 0) {
          await database
            .insertInto('incident_areas')
            .values(paths.map((path) => ({ ...key, repository_id, happened_at, path })))
            .execute();
        }
      }),

    find: (incident) =>
      read(async (database) => {
        const { installation_id, source, external_id } = columnsOf(incident);
        const rows = await database
          .selectFrom('attributions')
          .select([...KEY, 'document'])
          .where('installation_id', '=', installation_id)
          .where('source', '=', source)
          .where('external_id', '=', external_id)
          .execute();
        return (await withDecisions(database, rows))[0] ?? null;
      }),

    decide: (incident, decision) =>
      writeAll(async (database) => {
        const document = toDocument(decision);
        const key = columnsOf(incident);
        await database
          .insertInto('link_decisions')
          .values({ ...key, unit: decision.unit, document })
          .onConflict((conflict) => conflict.columns([...KEY, 'unit']).doUpdateSet({ document }))
          .execute();
        await markNamed(database, key);
      }),

    undecide: (incident, unit) =>
      writeAll(async (database) => {
        const { installation_id, source, external_id } = columnsOf(incident);
        await markNamed(database, columnsOf(incident));
        await database
          .deleteFrom('link_decisions')
          .where('installation_id', '=', installation_id)
          .where('source', '=', source)
          .where('external_id', '=', external_id)
          .where('unit', '=', unit)
          .execute();
      }),

    decisionsOn: (incident) =>
      read(async (database) => {
        const key = columnsOf(incident);
        return (await decisionsOf(database, [key])).get(nameOf(key)) ?? [];
      }),

    inPeriod: (repositoryId, { from, to }) =>
      read(async (database) => {
        const rows = await database
          .selectFrom('attributions')
          .select([...KEY, 'document'])
          .where('repository_id', '=', repositoryId)
          .where('happened_at', '>=', from)
          .where('happened_at', '<', to)
          .orderBy('happened_at')
          .orderBy('source')
          .orderBy('external_id')
          .execute();
        return withDecisions(database, rows);
      }),

    decided: (repositoryId) =>
      read(async (database) => {
        const rows = await database
          .selectFrom('attributions')
          .select([...KEY, 'document'])
          .where('repository_id', '=', repositoryId)
          .where((of) =>
            of.exists(
              of
                .selectFrom('link_decisions')
                .select('link_decisions.unit')
                .whereRef('link_decisions.installation_id', '=', 'attributions.installation_id')
                .whereRef('link_decisions.source', '=', 'attributions.source')
                .whereRef('link_decisions.external_id', '=', 'attributions.external_id'),
            ),
          )
          .execute();
        return withDecisions(database, rows);
      }),

    namingAny: (repositoryId, units) =>
      read(async (database) => {
        const found = new Map<string, KeyColumns>();
        for (let at = 0; at < units.length; at += ROWS) {
          const some = units.slice(at, at + ROWS);
          const suspected = await database
            .selectFrom('suspected_changes')
            .select([...KEY])
            .where('repository_id', '=', repositoryId)
            .where('unit', 'in', some)
            .execute();
          const decided = await database
            .selectFrom('link_decisions')
            .select([...KEY])
            .where('unit', 'in', some)
            .execute();
          for (const key of [...suspected, ...decided]) found.set(nameOf(key), key);
        }
        const keys = [...found.values()];
        const rows: AttributionRow[] = [];
        for (let at = 0; at < keys.length; at += ROWS) {
          rows.push(
            ...(await database
              .selectFrom('attributions')
              .select([...KEY, 'document'])
              .where('repository_id', '=', repositoryId)
              .where((of) => of.or(keys.slice(at, at + ROWS).map((key) => of.and(key))))
              .execute()),
          );
        }
        return withDecisions(database, rows);
      }),

    naming: (repositoryId, unit) =>
      read(async (database) => {
        const rows = await database
          .selectFrom('suspected_changes')
          .select([...KEY])
          .where('repository_id', '=', repositoryId)
          .where('unit', '=', unit)
          .orderBy('installation_id')
          .orderBy('source')
          .orderBy('external_id')
          .execute();
        return rows.map(keyOf);
      }),

    window: (repositoryId, windowDays, now) =>
      read(async (database) => {
        const rows = database
          .selectFrom('incident_areas')
          .where('repository_id', '=', repositoryId)
          .where('happened_at', '>=', now - windowDays * DAY_MS)
          .where('happened_at', '<=', now);
        const areas = await rows
          .select((of) => ['path', of.fn.countAll<number>().as('incidents')])
          .groupBy('path')
          .orderBy('path')
          .execute();
        const incidents = await database
          .selectFrom(
            rows
              .select([...KEY])
              .distinct()
              .as('counted'),
          )
          .select((of) => of.fn.countAll<number>().as('total'))
          .executeTakeFirst();
        return {
          windowDays,
          total: Number(incidents?.total ?? 0),
          areas: areas.map(({ path, incidents: count }) => ({ path, incidents: Number(count) })),
        };
      }),

    saveCalibration: (repositoryId, calibration) =>
      write(async (database) => {
        const document = toDocument(calibration);
        await database
          .insertInto('link_calibrations')
          .values({ repository_id: repositoryId, document })
          .onConflict((conflict) => conflict.column('repository_id').doUpdateSet({ document }))
          .execute();
      }),

    calibration: (repositoryId) =>
      read(async (database) => {
        const row = await database
          .selectFrom('link_calibrations')
          .select('document')
          .where('repository_id', '=', repositoryId)
          .executeTakeFirst();
        if (row === undefined) return null;
        const place = { table: 'link_calibrations', key: { repository_id: repositoryId } };
        return fromDocument<Calibration>(row.document, place, ['intercept', 'slope']);
      }),
  };
}

function keyOf({ installation_id, source, external_id }: KeyColumns): IncidentKey {
  return { installationId: installation_id, source: source as IncidentSource, externalId: external_id };
}
