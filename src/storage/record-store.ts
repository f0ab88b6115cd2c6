import { DAY_MS } from '../domain/calendar.ts';
import type { Kysely } from 'kysely';
import type { IncidentSource } from '../domain/incident/incident.ts';
import type { CountedDay } from '../domain/record/counted-day.ts';
import type { UntiedIncident } from '../domain/record/tie-incidents.ts';
import type { RecordStore } from '../ports/record-store.ts';
import { fromDocument, toDocument } from './document.ts';
import { fromIncidentDocument, type IncidentDocument, toIncidentDocument } from './incident-document.ts';
import { type DayDocument, type SharedTraits, toDayDocument } from './record-document.ts';
import { createRecordReader } from './record-reader.ts';
import type { Runner } from './runner.ts';
import { markEverything } from './stale-marks.ts';
import type { Tables } from './tables.ts';
import { toColumn } from './to-column.ts';

type Database = Kysely<Tables>;

const ROWS = 500;
/** Days read in one statement: their text is let go before the next. */
const DAYS = 20;

export function recordStore({ read, write }: Runner): RecordStore {
  return {
    definitions: (repositoryId) =>
      read(async (database) => {
        const row = await database
          .selectFrom('records')
          .select('definitions')
          .where('repository_id', '=', repositoryId)
          .executeTakeFirst();
        return row?.definitions ?? null;
      }),

    stale: (repositoryId) =>
      read(async (database) => {
        const days = await database
          .selectFrom('stale_days')
          .select(['id', 'from_day', 'to_day'])
          .where('repository_id', '=', repositoryId)
          .execute();
        const incidents = await database
          .selectFrom('stale_incidents')
          .select(['id', 'source', 'external_id'])
          .where('repository_id', '=', repositoryId)
          .execute();
        return {
          days: days.map(({ from_day, to_day }) => ({ from: from_day, to: to_day })),
          incidents: incidents.map(({ source, external_id }) => ({
            source: source as IncidentSource,
            externalId: external_id,
          })),
          marks: { days: days.map(({ id }) => id), incidents: incidents.map(({ id }) => id) },
        };
      }),

    replaceDays: (repositoryId, { from, to }, days) =>
      write(async (database) => {
        await database
          .deleteFrom('record_days')
          .where('repository_id', '=', repositoryId)
          .where('day', '>=', from)
          .where('day', '<=', to)
          .execute();
        if (days.length === 0) return;
        const traits = await openTraits(database, repositoryId);
        const rows = days.map((day) => ({
          repository_id: repositoryId,
          day: day.day,
          document: toDocument(toDayDocument(day, traits.idOf)),
        }));
        await traits.save();
        for (const row of rows) await database.insertInto('record_days').values(row).execute();
      }),

    replaceIncidents: (repositoryId, incidents) =>
      write(async (database) => {
        const kept = [...incidents].map(([id, one]) => [toColumn(id), one] as const);
        const ids = kept.map(([id]) => id);
        for (let at = 0; at < ids.length; at += ROWS) {
          await database
            .deleteFrom('record_incidents')
            .where('repository_id', '=', repositoryId)
            .where('id', 'in', ids.slice(at, at + ROWS))
            .execute();
        }
        const rows = kept.flatMap(([id, one]) => {
          if (one === null) return [];
          const happened_at = Math.round(one.observed.startedAt * DAY_MS);
          return [{ repository_id: repositoryId, id, happened_at, document: toDocument(toIncidentDocument(one)) }];
        });
        for (let at = 0; at < rows.length; at += ROWS) {
          await database
            .insertInto('record_incidents')
            .values(rows.slice(at, at + ROWS))
            .execute();
        }
      }),

    settle: (repositoryId, definitions, marks) =>
      write(async (database) => {
        await database
          .insertInto('records')
          .values({ repository_id: repositoryId, definitions })
          .onConflict((conflict) => conflict.column('repository_id').doUpdateSet({ definitions }))
          .execute();
        for (const [table, ids] of [
          ['stale_days', marks.days],
          ['stale_incidents', marks.incidents],
        ] as const) {
          for (let at = 0; at < ids.length; at += ROWS) {
            await database
              .deleteFrom(table)
              .where('id', 'in', ids.slice(at, at + ROWS))
              .execute();
          }
        }
      }),

    forget: (repositoryId) =>
      write(async (database) => {
        for (const table of ['record_days', 'record_traits', 'record_incidents', 'records'] as const) {
          await database.deleteFrom(table).where('repository_id', '=', repositoryId).execute();
        }
        await markEverything(database, repositoryId);
      }),

    counted: (repositoryId, upTo) =>
      read(async (database) => {
        const shared = (await readTraits(database, repositoryId)).map(({ document }) => document);
        const reader = createRecordReader(shared);
        await eachDay(database, repositoryId, upTo, reader.add);
        return reader.counted();
      }),

    days: (repositoryId, upTo) =>
      read(async (database) => {
        const shared = (await readTraits(database, repositoryId)).map(({ document }) => document);
        const found: CountedDay[] = [];
        await eachDay(database, repositoryId, upTo, (day, document) => {
          const reader = createRecordReader(shared);
          reader.add(day, document);
          found.push({ day, ...reader.counted() });
        });
        return found;
      }),

    incidents: (repositoryId, to) =>
      read(async (database) => {
        const found: UntiedIncident[] = [];
        for (let after = ''; ; ) {
          const rows = await database
            .selectFrom('record_incidents')
            .select(['id', 'document'])
            .where('repository_id', '=', repositoryId)
            .where('id', '>', after)
            .where('happened_at', '<', to)
            .orderBy('id')
            .limit(ROWS)
            .execute();
          for (const { id, document } of rows) {
            const place = { table: 'record_incidents', key: { repository_id: repositoryId, id } };
            const read = fromDocument<IncidentDocument>(document, place, ['incident', 'observed']);
            found.push(fromIncidentDocument(read));
            after = id;
          }
          if (rows.length < ROWS) return found.sort((a, b) => a.observed.startedAt - b.observed.startedAt);
        }
      }),
  };
}

async function eachDay(
  database: Database,
  repositoryId: number,
  upTo: number,
  visit: (day: number, document: DayDocument) => void,
): Promise<void> {
  for (let after = -1; ; ) {
    const rows = await database
      .selectFrom('record_days')
      .select(['day', 'document'])
      .where('repository_id', '=', repositoryId)
      .where('day', '>', after)
      .where('day', '<=', upTo)
      .orderBy('day')
      .limit(DAYS)
      .execute();
    for (const { day, document } of rows) {
      const place = { table: 'record_days', key: { repository_id: repositoryId, day } };
      visit(day, fromDocument<DayDocument>(document, place, ['cells', 'speeds', 'atRisk', 'named']));
      after = day;
    }
    if (rows.length < DAYS) return;
  }
}

/** By their numbers. */
async function readTraits(database: Database, repositoryId: number) {
  const rows = await database
    .selectFrom('record_traits')
    .select(['id', 'document'])
    .where('repository_id', '=', repositoryId)
    .orderBy('id')
    .execute();
  const found: { readonly text: string; readonly document: SharedTraits }[] = [];
  for (const { id, document } of rows) {
    const place = { table: 'record_traits', key: { repository_id: repositoryId, id } };
    found[id] = { text: document, document: fromDocument<SharedTraits>(document, place, []) };
  }
  return found;
}

/** Numbers for traits: known ones keep theirs, new ones are kept by `save`. The row of the record is the lock. */
async function openTraits(database: Database, repositoryId: number) {
  await database
    .insertInto('records')
    .values({ repository_id: repositoryId, definitions: '' })
    .onConflict((conflict) =>
      conflict.column('repository_id').doUpdateSet((of) => ({ definitions: of.ref('records.definitions') })),
    )
    .execute();
  const known = await readTraits(database, repositoryId);
  const ids = new Map(known.map(({ text }, id) => [text, id]));
  const fresh: { readonly repository_id: number; readonly id: number; readonly document: string }[] = [];
  return {
    idOf: (traits: SharedTraits): number => {
      const document = toDocument(traits);
      const existing = ids.get(document);
      if (existing !== undefined) return existing;
      const id = ids.size;
      ids.set(document, id);
      fresh.push({ repository_id: repositoryId, id, document });
      return id;
    },
    save: async () => {
      for (let at = 0; at < fresh.length; at += ROWS) {
        await database
          .insertInto('record_traits')
          .values(fresh.slice(at, at + ROWS))
          .execute();
      }
    },
  };
}
