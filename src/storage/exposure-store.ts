import type { Kysely } from 'kysely';
import { type Exposure, JUDGEMENT_SOURCES, unitOf } from '../domain/exposure/exposure.ts';
import type { ExposureStore } from '../ports/exposure-store.ts';
import { fromDocument, toDocument } from './document.ts';
import { toMoment } from './moment.ts';
import type { Runner } from './runner.ts';
import { markMoments } from './stale-marks.ts';
import type { Tables } from './tables.ts';

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
        const start = toKey(prefix);
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

async function saveExposure(database: Database, exposure: Exposure): Promise<void> {
  const unit = unitOf(exposure);
  const key = { repository_id: exposure.repositoryId, unit };
  const merged_at = toMoment(exposure.mergedAt, `Exposure ${unit}`);
  const { judgement, sha } = exposure;
  const source = judgement === null ? -1 : JUDGEMENT_SOURCES.indexOf(judgement.source);
  const state = { sha, merged_at, source, document: toDocument(exposure) };
  const before = await database
    .selectFrom('exposures')
    .select('merged_at')
    .where('repository_id', '=', exposure.repositoryId)
    .where('unit', '=', unit)
    .executeTakeFirst();
  const kept = await database
    .insertInto('exposures')
    .values({ ...key, ...state })
    .onConflict((conflict) =>
      conflict.columns(['repository_id', 'unit']).doUpdateSet(state).where('exposures.source', '<=', source),
    )
    .executeTakeFirst();
  if ((kept.numInsertedOrUpdatedRows ?? 0n) === 0n) return;
  await markMoments(database, exposure.repositoryId, [before?.merged_at ?? merged_at, merged_at]);
  if (exposure.number !== null && sha !== null) await claimCommits(database, exposure, sha);
  await deletePaths(database, exposure.repositoryId, unit);
  const paths = [...new Set(exposure.files.flatMap(({ path, previousPath }) => [path, previousPath ?? path]))];
  const rows = [...new Set(paths.map(toKey))].map((path) => ({ ...key, path, merged_at }));
  for (let at = 0; at < rows.length; at += ROWS) {
    await database
      .insertInto('exposed_paths')
      .values(rows.slice(at, at + ROWS))
      .execute();
  }
}

/** Its commits of the main line are its own, whatever they were taken for before GitHub knew better. */
async function claimCommits(database: Database, exposure: Exposure, sha: string): Promise<void> {
  const { repositoryId, commits } = exposure;
  await forget(database, repositoryId, sha);
  const last = await database
    .selectFrom('main_line')
    .select('position')
    .where('repository_id', '=', repositoryId)
    .where('sha', '=', sha)
    .executeTakeFirst();
  if (last === undefined) return;
  const rows = await database
    .selectFrom('main_line')
    .select(['sha', 'unit'])
    .where('repository_id', '=', repositoryId)
    .where('position', '<=', last.position)
    .where('position', '>', last.position - commits)
    .execute();
  const taken = rows.filter((row) => row.unit === row.sha);
  for (const row of taken) await forget(database, repositoryId, row.sha);
  if (taken.length === 0) return;
  await database
    .updateTable('main_line')
    .set({ unit: unitOf(exposure) })
    .where('repository_id', '=', repositoryId)
    .where(
      'sha',
      'in',
      taken.map((row) => row.sha),
    )
    .execute();
}

/** A direct push that turns out to be a pull request's commit. */
async function forget(database: Database, repositoryId: number, sha: string): Promise<void> {
  await deletePaths(database, repositoryId, sha);
  const gone = await database
    .deleteFrom('exposures')
    .where('repository_id', '=', repositoryId)
    .where('unit', '=', sha)
    .returning('merged_at')
    .execute();
  await markMoments(
    database,
    repositoryId,
    gone.map((row) => row.merged_at),
  );
}

async function deletePaths(database: Database, repositoryId: number, unit: string): Promise<void> {
  await database
    .deleteFrom('exposed_paths')
    .where('repository_id', '=', repositoryId)
    .where('unit', '=', unit)
    .execute();
}

/** As a column takes it: PostgreSQL refuses NUL, and no encoding has lone surrogates. */
function toKey(path: string): string {
  return path.toWellFormed().replaceAll('\0', '\ufffd');
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
