import type { MainLineCommit } from '../domain/exposure/main-line-commit.ts';
import type { MainLineStore } from '../ports/exposure-store.ts';
import { fromMoment, toMoment } from './moment.ts';
import type { Runner } from './runner.ts';
import { markCommits, markDeploymentsOf, markEverything } from './stale-marks.ts';

const ROWS = 500;
const COLUMNS = ['sha', 'position', 'unit', 'committed_at'] as const;

export function mainLineStore({ read, writeAll }: Runner): MainLineStore {
  return {
    save: (repositoryId, commits) =>
      writeAll(async (database) => {
        const oldest = await database
          .selectFrom('main_line')
          .select((of) => of.fn.min('position').as('position'))
          .where('repository_id', '=', repositoryId)
          .executeTakeFirst();
        const rows = commits.map(({ sha, position, unit, committedAt }) => ({
          repository_id: repositoryId,
          sha,
          position,
          unit,
          committed_at: toMoment(committedAt, `Commit ${sha}`),
        }));
        for (let at = 0; at < rows.length; at += ROWS) {
          await database
            .insertInto('main_line')
            .values(rows.slice(at, at + ROWS))
            .onConflict((conflict) =>
              conflict.columns(['repository_id', 'sha']).doUpdateSet((of) => ({
                position: of.ref('excluded.position'),
                // Once it is known which pull request it came with, it is no direct push again.
                unit: of
                  .case()
                  .when(of.and([of('excluded.unit', '=', of.ref('excluded.sha')), of('main_line.unit', 'like', '#%')]))
                  .then(of.ref('main_line.unit'))
                  .else(of.ref('excluded.unit'))
                  .end(),
              })),
            )
            .execute();
        }
        // Where the line begins decides what the first known release can have carried.
        const first = oldest?.position ?? null;
        if (first === null || commits.some(({ position }) => position < first)) {
          await markEverything(database, repositoryId);
          return;
        }
        const shas = commits.map(({ sha }) => sha);
        await markCommits(database, repositoryId, shas);
        await markDeploymentsOf(database, repositoryId, shas);
      }),

    find: (repositoryId, sha) =>
      read(async (database) => {
        const row = await database
          .selectFrom('main_line')
          .select(COLUMNS)
          .where('repository_id', '=', repositoryId)
          .where('sha', '=', sha)
          .executeTakeFirst();
        return row === undefined ? null : commitOf(row);
      }),

    positions: (repositoryId, shas) =>
      read(async (database) => {
        const found = new Map<string, number>();
        for (let at = 0; at < shas.length; at += ROWS) {
          const rows = await database
            .selectFrom('main_line')
            .select(['sha', 'position'])
            .where('repository_id', '=', repositoryId)
            .where('sha', 'in', shas.slice(at, at + ROWS))
            .execute();
          for (const { sha, position } of rows) found.set(sha, position);
        }
        return found;
      }),

    cut: (repositoryId, from, before) =>
      writeAll(async (database) => {
        await markEverything(database, repositoryId);
        await database
          .deleteFrom('main_line')
          .where('repository_id', '=', repositoryId)
          .where('position', '>=', from)
          .where('position', '<', before)
          .execute();
      }),

    ends: (repositoryId) =>
      read(async (database) => {
        const end = (direction: 'asc' | 'desc') =>
          database
            .selectFrom('main_line')
            .select(COLUMNS)
            .where('repository_id', '=', repositoryId)
            .orderBy('position', direction)
            .limit(1)
            .executeTakeFirst();
        const [oldest, newest] = [await end('asc'), await end('desc')];
        if (oldest === undefined || newest === undefined) return null;
        return { oldest: commitOf(oldest), newest: commitOf(newest) };
      }),
  };
}

function commitOf(row: {
  readonly sha: string;
  readonly position: number;
  readonly unit: string;
  readonly committed_at: number;
}): MainLineCommit {
  const { sha, position, unit, committed_at } = row;
  return { sha, position, unit, committedAt: fromMoment(committed_at) };
}
