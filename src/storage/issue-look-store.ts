import type { IssueLookStore } from '../ports/store.ts';
import type { Runner } from './runner.ts';

export function issueLookStore({ read, write }: Runner): IssueLookStore {
  return {
    save: (repositoryId, at) =>
      write(async (database) => {
        await database
          .insertInto('issue_looks')
          .values({ repository_id: repositoryId, looked_at: at })
          .onConflict((conflict) => conflict.column('repository_id').doUpdateSet({ looked_at: at }))
          .execute();
      }),

    find: (repositoryId) =>
      read(async (database) => {
        const row = await database
          .selectFrom('issue_looks')
          .select('looked_at')
          .where('repository_id', '=', repositoryId)
          .executeTakeFirst();
        return row?.looked_at ?? null;
      }),
  };
}
