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
          .select('name')
          .where('repository_id', '=', repositoryId)
          .orderBy('folded')
          .execute();
        return rows.map((row) => row.name);
      }),

    define: (repositoryId, names) =>
      write(async (database) => {
        // One row at a time: a single INSERT may not touch one key twice, and the lists are short.
        for (const name of names) {
          await database
            .insertInto('defined_labels')
            .values({ repository_id: repositoryId, folded: name.toLowerCase(), name })
            .onConflict((conflict) => conflict.columns(['repository_id', 'folded']).doUpdateSet({ name }))
            .execute();
        }
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
