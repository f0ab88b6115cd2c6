import type { Backfill } from '../domain/exposure/backfill.ts';
import type { BackfillStore } from '../ports/exposure-store.ts';
import { fromDocument, toDocument } from './document.ts';
import type { Runner } from './runner.ts';

export function backfillStore({ read, write }: Runner): BackfillStore {
  return {
    save: (backfill) =>
      write(async (database) => {
        const document = toDocument(backfill);
        await database
          .insertInto('backfills')
          .values({ repository_id: backfill.repositoryId, document })
          .onConflict((conflict) => conflict.column('repository_id').doUpdateSet({ document }))
          .execute();
      }),

    find: (repositoryId) =>
      read(async (database) => {
        const row = await database
          .selectFrom('backfills')
          .selectAll()
          .where('repository_id', '=', repositoryId)
          .executeTakeFirst();
        return row === undefined ? null : backfillOf(row);
      }),

    all: () =>
      read(async (database) => {
        const rows = await database.selectFrom('backfills').selectAll().orderBy('repository_id').execute();
        return rows.map(backfillOf);
      }),
  };
}

function backfillOf(row: { readonly repository_id: number; readonly document: string }): Backfill {
  const place = { table: 'backfills', key: { repository_id: row.repository_id } };
  return fromDocument<Backfill>(row.document, place, ['phase', 'cursor', 'since', 'counts']);
}
