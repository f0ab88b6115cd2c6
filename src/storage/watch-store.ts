import type { Watch } from '../domain/monitoring/watch.ts';
import type { WatchStore } from '../ports/window-store.ts';
import { fromDocument, toDocument } from './document.ts';
import { toMoment } from './moment.ts';
import type { Runner } from './runner.ts';

export function watchStore({ read, write }: Runner): WatchStore {
  return {
    save: (watch, { dueAt, settled }) =>
      write(async (database) => {
        const { repositoryId, unit, number, sha, mergedAt } = watch;
        const values = {
          number,
          sha,
          merged_at: toMoment(mergedAt, `The merge of ${unit}`),
          due_at: dueAt,
          settled: settled ? 1 : 0,
          document: toDocument(watch),
        };
        await database
          .insertInto('watches')
          .values({ repository_id: repositoryId, unit, ...values })
          .onConflict((conflict) => conflict.columns(['repository_id', 'unit']).doUpdateSet(values))
          .execute();
      }),

    find: (repositoryId, unit) =>
      read(async (database) => {
        const row = await database
          .selectFrom('watches')
          .select(['repository_id', 'unit', 'document'])
          .where('repository_id', '=', repositoryId)
          .where('unit', '=', unit)
          .executeTakeFirst();
        return row === undefined ? null : watchOf(row);
      }),

    dueAt: (repositoryId, unit) =>
      read(async (database) => {
        const row = await database
          .selectFrom('watches')
          .select('due_at')
          .where('repository_id', '=', repositoryId)
          .where('unit', '=', unit)
          .executeTakeFirst();
        return row?.due_at ?? null;
      }),

    unsettled: (repositoryId, since) =>
      read(async (database) => {
        const rows = await database
          .selectFrom('watches')
          .leftJoin('main_line', (join) =>
            join
              .onRef('main_line.repository_id', '=', 'watches.repository_id')
              .onRef('main_line.sha', '=', 'watches.sha'),
          )
          .select(['watches.repository_id', 'watches.unit', 'watches.document', 'main_line.position'])
          .where('watches.repository_id', '=', repositoryId)
          .where('settled', '=', 0)
          .where('merged_at', '>=', since)
          .orderBy('merged_at')
          .orderBy('number')
          .execute();
        return rows.map(({ position, ...row }) => ({ watch: watchOf(row), position }));
      }),

    due: (repositoryId, now) =>
      read(async (database) => {
        const rows = await database
          .selectFrom('watches')
          .select('number')
          .where('repository_id', '=', repositoryId)
          .where('due_at', '<=', now)
          .orderBy('due_at')
          .orderBy('number')
          .execute();
        return rows.map(({ number }) => number);
      }),

    pending: (repositoryId) =>
      read(async (database) => {
        const rows = await database
          .selectFrom('watches')
          .select('number')
          .where('repository_id', '=', repositoryId)
          .where('due_at', 'is not', null)
          .orderBy('number')
          .execute();
        return rows.map(({ number }) => number);
      }),
  };
}

function watchOf(row: { readonly repository_id: number; readonly unit: string; readonly document: string }): Watch {
  const { repository_id, unit, document } = row;
  return fromDocument<Watch>(document, { table: 'watches', key: { repository_id, unit } }, ['unit', 'mergedAt']);
}
