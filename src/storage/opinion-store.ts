import type { Opinion } from '../domain/pull-request/opinion.ts';
import type { OpinionStore } from '../ports/store.ts';
import { fromDocument, toDocument } from './document.ts';
import type { Runner } from './runner.ts';

export function opinionStore({ read, write }: Runner): OpinionStore {
  return {
    save: (repositoryId, number, opinion) =>
      write(async (database) => {
        const document = toDocument(opinion);
        await database
          .insertInto('opinions')
          .values({ repository_id: repositoryId, number, document })
          .onConflict((conflict) => conflict.columns(['repository_id', 'number']).doUpdateSet({ document }))
          .execute();
      }),

    find: (repositoryId, number) =>
      read(async (database) => {
        const row = await database
          .selectFrom('opinions')
          .select('document')
          .where('repository_id', '=', repositoryId)
          .where('number', '=', number)
          .executeTakeFirst();
        if (row === undefined) return null;
        const place = { table: 'opinions', key: { repository_id: repositoryId, number } };
        return fromDocument<Opinion>(row.document, place, ['headSha', 'statement', 'assessment', 'decision']);
      }),
  };
}
