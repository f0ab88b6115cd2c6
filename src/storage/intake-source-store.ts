import type { IntakeSource } from '../domain/incident/intake-source.ts';
import type { IntakeSourceStore } from '../ports/store.ts';
import { fromDocument, toDocument } from './document.ts';
import type { Runner } from './runner.ts';

export function intakeSourceStore({ read, write }: Runner): IntakeSourceStore {
  return {
    save: (source) =>
      write(async (database) => {
        const kept = { token_hash: source.tokenHash, document: toDocument(source) };
        await database
          .insertInto('intake_sources')
          .values({ id: source.id, ...kept })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(kept))
          .execute();
      }),

    find: (id) =>
      read(async (database) => {
        const row = await database.selectFrom('intake_sources').selectAll().where('id', '=', id).executeTakeFirst();
        return row === undefined ? null : sourceOf(row);
      }),

    byTokenHash: (tokenHash) =>
      read(async (database) => {
        const row = await database
          .selectFrom('intake_sources')
          .selectAll()
          .where('token_hash', '=', tokenHash)
          .executeTakeFirst();
        return row === undefined ? null : sourceOf(row);
      }),

    all: () =>
      read(async (database) => {
        const rows = await database.selectFrom('intake_sources').selectAll().orderBy('id').execute();
        return rows.map(sourceOf);
      }),

    remove: (id) =>
      write(async (database) => {
        const result = await database.deleteFrom('intake_sources').where('id', '=', id).executeTakeFirst();
        return result.numDeletedRows > 0n;
      }),
  };
}

function sourceOf(row: { readonly id: string; readonly document: string }): IntakeSource {
  return fromDocument<IntakeSource>(row.document, { table: 'intake_sources', key: { id: row.id } }, [
    'id',
    'kind',
    'tokenHash',
    'installationId',
    'secrets',
  ]);
}
