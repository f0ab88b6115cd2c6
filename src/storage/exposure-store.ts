import type { Kysely } from 'kysely';
import type { Exposure } from '../domain/exposure/exposure.ts';
import type { ExposureStore } from '../ports/exposure-store.ts';
import { fromDocument } from './document.ts';
import type { Runner } from './runner.ts';
import { saveExposure } from './save-exposure.ts';
import type { Tables } from './tables.ts';
import { toColumn } from './to-column.ts';
import { toMoment } from './moment.ts';

type Database = Kysely<Tables>;

/** Rows of one statement: both databases bound its parameters. */
const ROWS = 500;
/** A commit id as people write it. */
const ABBREVIATED = /^[0-9a-f]{7,39}$/;
/** Sorts after every path that begins with what stands before it. */
const LAST = '\u{10ffff}';

export function exposureStore({ read, writeAll }: Runner): ExposureStore {
  return {
    save: (exposures) =>
      writeAll(async (database) => {
        for (const one of exposures) await saveExposure(database, one);
      }),

    find: (repositoryId, unit) =>
      read(async (database) => {
        const row = await exposures(database, repositoryId).where('unit', '=', unit).executeTakeFirst();
        return row === undefined ? null : exposureOf(row);
      }),

    known: (repositoryId, units) =>
      read(async (database) => {
        const found = new Set<string>();
        for (let at = 0; at < units.length; at += ROWS) {
          const rows = await database
            .selectFrom('exposures')
            .select('unit')
            .where('repository_id', '=', repositoryId)
            .where('unit', 'in', units.slice(at, at + ROWS))
            .execute();
          for (const { unit } of rows) found.add(unit);
        }
        return found;
      }),

    atCommit: (repositoryId, sha) =>
      read(async (database) => {
        const exact = await exposureAt(database, repositoryId, sha);
        if (exact !== undefined || !ABBREVIATED.test(sha)) return exact === undefined ? null : exposureOf(exact);
        const whole = await expand(database, repositoryId, sha);
        const row = whole === null ? undefined : await exposureAt(database, repositoryId, whole);
        return row === undefined ? null : exposureOf(row);
      }),

    inPeriod: (repositoryId, { from, to }, { after, limit }) =>
      read(async (database) => {
        const start = after === null ? from : toMoment(after.mergedAt, 'A cursor');
        const rows = await exposures(database, repositoryId)
          .where('merged_at', '>=', Math.max(from, start))
          .where('merged_at', '<', to)
          .where((of) =>
            after === null ? of.lit(true) : of.or([of('merged_at', '>', start), of('unit', '>', after.unit)]),
          )
          .orderBy('merged_at')
          .orderBy('unit')
          .limit(limit)
          .execute();
        return rows.map(exposureOf);
      }),

    touching: (repositoryId, prefix, { from, to }, limit) =>
      read(async (database) => {
        const start = toColumn(prefix);
        const rows = await exposures(database, repositoryId)
          .where('unit', 'in', (of) =>
            of
              .selectFrom('exposed_paths')
              .select('exposed_paths.unit')
              .where('exposed_paths.repository_id', '=', repositoryId)
              .where('path', '>=', start)
              .where('path', '<', `${start}${LAST}`)
              .where('exposed_paths.merged_at', '>=', from)
              .where('exposed_paths.merged_at', '<', to),
          )
          .orderBy('merged_at', 'desc')
          .orderBy('unit', 'desc')
          .limit(limit)
          .execute();
        return rows.map(exposureOf);
      }),

    between: (repositoryId, after, upTo) =>
      read(async (database) => {
        const position = (sha: string) =>
          database
            .selectFrom('main_line')
            .select('position')
            .where('repository_id', '=', repositoryId)
            .where('sha', '=', sha)
            .executeTakeFirst();
        const last = await position(upTo);
        const first = after === null ? null : await position(after);
        if (last === undefined || first === undefined) return [];
        const rows = await database
          .selectFrom('main_line')
          .innerJoin('exposures', (join) =>
            join
              .onRef('exposures.repository_id', '=', 'main_line.repository_id')
              .onRef('exposures.unit', '=', 'main_line.unit'),
          )
          .select(['exposures.repository_id', 'exposures.unit', 'exposures.document'])
          .where('main_line.repository_id', '=', repositoryId)
          .where('main_line.position', '<=', last.position)
          .$if(first !== null, (query) => query.where('main_line.position', '>', first?.position ?? 0))
          .groupBy(['exposures.repository_id', 'exposures.unit', 'exposures.document'])
          .orderBy((of) => of.fn.max('main_line.position'))
          .execute();
        return rows.map(exposureOf);
      }),
  };
}

async function exposureAt(database: Database, repositoryId: number, sha: string) {
  const direct = await exposures(database, repositoryId).where('sha', '=', sha).executeTakeFirst();
  if (direct !== undefined) return direct;
  return exposures(database, repositoryId)
    .where('unit', '=', (of) =>
      of
        .selectFrom('main_line')
        .select('main_line.unit')
        .where('main_line.repository_id', '=', repositoryId)
        .where('main_line.sha', '=', sha),
    )
    .executeTakeFirst();
}

/** The one known commit that begins so; `null` when several do, or none. */
async function expand(database: Database, repositoryId: number, sha: string): Promise<string | null> {
  // Commit ids are hexadecimal: `g` sorts after all that can follow, in every collation.
  const within = ['main_line', 'exposures'] as const;
  const found = new Set<string | null>();
  for (const table of within) {
    const rows = await database
      .selectFrom(table)
      .select('sha')
      .distinct()
      .where('repository_id', '=', repositoryId)
      .where('sha', '>=', sha)
      .where('sha', '<', `${sha}g`)
      .limit(2)
      .execute();
    for (const row of rows) found.add(row.sha);
  }
  const [only = null] = found;
  return found.size === 1 ? only : null;
}

function exposures(database: Database, repositoryId: number) {
  return database
    .selectFrom('exposures')
    .select(['exposures.repository_id', 'exposures.unit', 'exposures.document'])
    .where('exposures.repository_id', '=', repositoryId);
}

function exposureOf(row: {
  readonly repository_id: number;
  readonly unit: string;
  readonly document: string;
}): Exposure {
  const key = { repository_id: row.repository_id, unit: row.unit };
  const kept = fromDocument<Exposure>(row.document, { table: 'exposures', key }, ['mergedAt', 'files', 'judgement']);
  // Documents that were written before these facts were kept.
  return { ...kept, headRef: kept.headRef ?? null, milestone: kept.milestone ?? null };
}
