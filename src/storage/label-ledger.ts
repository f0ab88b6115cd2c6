import type { LabelRecord } from '../domain/label/label.ts';
import type { LabelLedger } from '../ports/store.ts';
import { fromListDocument, toDocument } from './document.ts';
import type { Runner } from './runner.ts';

export function labelLedger({ read, write }: Runner): LabelLedger {
  return {
    of: (repositoryId, number) =>
      read(async (database) => {
        const row = await database
          .selectFrom('labels')
          .select('document')
          .where('repository_id', '=', repositoryId)
          .where('number', '=', number)
          .executeTakeFirst();
        if (row === undefined) return [];
        const place = { table: 'labels', key: { repository_id: repositoryId, number } };
        return fromListDocument<LabelRecord>(row.document, place);
      }),

    replace: (repositoryId, number, records) =>
      write(async (database) => {
        const document = toDocument(records);
        await database
          .insertInto('labels')
          .values({ repository_id: repositoryId, number, document })
          .onConflict((conflict) => conflict.columns(['repository_id', 'number']).doUpdateSet({ document }))
          .execute();
      }),

    defined: (repositoryId) =>
      read(async (database) => {
        const rows = await database
          .selectFrom('defined_labels')
          .select(['folded', 'name'])
          .where('repository_id', '=', repositoryId)
          .execute();
        // Sorted here: the databases' own orders of text differ.
        return rows.sort((a, b) => (a.folded < b.folded ? -1 : 1)).map(({ name }) => name);
      }),

    define: (repositoryId, names) =>
      write(async (database) => {
        if (names.length === 0) return;
        // One statement may not touch one key twice.
        const byFolded = new Map(names.map((name) => [name.toLowerCase(), name]));
        await database
          .insertInto('defined_labels')
          .values([...byFolded].map(([folded, name]) => ({ repository_id: repositoryId, folded, name })))
          .onConflict((conflict) =>
            conflict.columns(['repository_id', 'folded']).doUpdateSet(({ ref }) => ({ name: ref('excluded.name') })),
          )
          .execute();
      }),

    undefine: (repositoryId, name) =>
      write(async (database) => {
        await database
          .deleteFrom('defined_labels')
          .where('repository_id', '=', repositoryId)
          .where('folded', '=', name.toLowerCase())
          .execute();
      }),
  };
}
