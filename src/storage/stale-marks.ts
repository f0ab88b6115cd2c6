import { DAY_MS } from '../domain/calendar.ts';
import type { Kysely } from 'kysely';
import type { DaySpan } from '../ports/record-store.ts';
import { placedDeployments } from './placed-deployments.ts';
import type { Tables } from './tables.ts';

type Database = Kysely<Tables>;

const ROWS = 500;
/** No day is later. */
const LAST_DAY = 2 ** 31 - 1;
const EVERY_DAY: DaySpan = { from: 0, to: LAST_DAY };
/** A deployment that carries more commits than this marks everything: finding their days would cost as much. */
const MANY_COMMITS = 2_000;
const EARLIER_DEPLOYMENTS = 20;

export function dayIn(moment: number): number {
  return Math.floor(moment / DAY_MS);
}

/** Each mark is a row of its own: one that is there already may be done with before this transaction ends. */
export async function markDays(database: Database, repositoryId: number, spans: readonly DaySpan[]): Promise<void> {
  const distinct = new Map(spans.map((span) => [`${span.from} ${span.to}`, span]));
  const rows = [...distinct.values()].map(({ from, to }) => ({
    repository_id: repositoryId,
    from_day: from,
    to_day: to,
  }));
  for (let at = 0; at < rows.length; at += ROWS) {
    await database
      .insertInto('stale_days')
      .values(rows.slice(at, at + ROWS))
      .execute();
  }
}

export function markMoments(database: Database, repositoryId: number, moments: readonly number[]): Promise<void> {
  return markDays(
    database,
    repositoryId,
    moments.map((moment) => ({ from: dayIn(moment), to: dayIn(moment) })),
  );
}

export function markEverything(database: Database, repositoryId: number): Promise<void> {
  return markDays(database, repositoryId, [EVERY_DAY]);
}

/** The days on which changes were merged; those that are not stored mark their day when they are. */
export function markUnits(database: Database, repositoryId: number, units: readonly string[]): Promise<void> {
  return markExposures(database, repositoryId, 'unit', units);
}

/** The same by the commit that brought each. */
export function markCommits(database: Database, repositoryId: number, shas: readonly string[]): Promise<void> {
  return markExposures(database, repositoryId, 'sha', shas);
}

async function markExposures(
  database: Database,
  repositoryId: number,
  by: 'unit' | 'sha',
  keys: readonly string[],
): Promise<void> {
  const moments: number[] = [];
  for (let at = 0; at < keys.length; at += ROWS) {
    const rows = await database
      .selectFrom('exposures')
      .select('merged_at')
      .where('repository_id', '=', repositoryId)
      .where(by, 'in', keys.slice(at, at + ROWS))
      .execute();
    moments.push(...rows.map((row) => row.merged_at));
  }
  await markMoments(database, repositoryId, moments);
}

/**
 * What a deployment may change: whom it carried first, and what others then carried. Both lie beyond what the same
 * environment had before, so any earlier deployment of it whose place is known is a safe bound.
 */
export async function markDeployment(
  database: Database,
  {
    repository_id,
    environment,
    at,
  }: { readonly repository_id: number; readonly environment: string; readonly at: number },
): Promise<void> {
  const earlier = await placedDeployments(database)
    .where('deployments.repository_id', '=', repository_id)
    .where('deployments.at', '<', at)
    .where('deployments.state', '=', 'success')
    .where((of) => of(of.fn<string>('lower', ['deployments.environment']), '=', environment.toLowerCase()))
    .orderBy('deployments.at', 'desc')
    .limit(EARLIER_DEPLOYMENTS)
    .execute();
  const known = earlier.find(({ position }) => position !== null)?.position ?? null;
  if (known === null) return markEverything(database, repository_id);
  const newest = await database
    .selectFrom('main_line')
    .select('position')
    .where('repository_id', '=', repository_id)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  if ((newest?.position ?? known) - known > MANY_COMMITS) return markEverything(database, repository_id);
  const commits = await database
    .selectFrom('main_line')
    .select('sha')
    .where('repository_id', '=', repository_id)
    .where('position', '>', known)
    .execute();
  await markCommits(
    database,
    repository_id,
    commits.map(({ sha }) => sha),
  );
}

/** Deployments of these commits, whose place on the main line has become another. */
export async function markDeploymentsOf(
  database: Database,
  repositoryId: number,
  shas: readonly string[],
): Promise<void> {
  for (let at = 0; at < shas.length; at += ROWS) {
    const rows = await database
      .selectFrom('deployments')
      .select(['repository_id', 'environment', 'at'])
      .where('repository_id', '=', repositoryId)
      .where('state', '=', 'success')
      .where('sha', 'in', shas.slice(at, at + ROWS))
      .execute();
    for (const row of rows) await markDeployment(database, row);
  }
}

export async function markIncident(
  database: Database,
  repositoryIds: readonly (number | null)[],
  { source, external_id }: { readonly source: string; readonly external_id: string },
): Promise<void> {
  const rows = [...new Set(repositoryIds)].flatMap((repository_id) =>
    repository_id === null ? [] : [{ repository_id, source, external_id }],
  );
  if (rows.length > 0) await database.insertInto('stale_incidents').values(rows).execute();
}

export interface StaleIncident {
  readonly repository_id: number | null;
  readonly source: string;
  readonly external_id: string;
}

/** The same of many, each once. */
export async function markIncidents(database: Database, marks: readonly StaleIncident[]): Promise<void> {
  const distinct = new Map(
    marks.flatMap(({ repository_id, source, external_id }) =>
      repository_id === null
        ? []
        : [[`${repository_id} ${source} ${external_id}`, { repository_id, source, external_id }]],
    ),
  );
  const rows = [...distinct.values()];
  for (let at = 0; at < rows.length; at += ROWS) {
    await database
      .insertInto('stale_incidents')
      .values(rows.slice(at, at + ROWS))
      .execute();
  }
}
