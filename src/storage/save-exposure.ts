import type { Kysely } from 'kysely';
import { type Exposure, JUDGEMENT_SOURCES, unitOf } from '../domain/exposure/exposure.ts';
import { toDocument } from './document.ts';
import { toMoment } from './moment.ts';
import { markMoments } from './stale-marks.ts';
import type { Tables } from './tables.ts';
import { toColumn } from './to-column.ts';

type Database = Kysely<Tables>;

/** Rows of one statement: both databases bound its parameters. */
const ROWS = 500;

/** Keeps the better judgement of the two, the paths it touched, and the commits that are its own. */
export async function saveExposure(database: Database, exposure: Exposure): Promise<void> {
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
  const rows = [...new Set(paths.map(toColumn))].map((path) => ({ ...key, path, merged_at }));
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
