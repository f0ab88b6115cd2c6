import type { CheckLedger } from '../ports/store.ts';
import type { Runner } from './runner.ts';

export function checkLedger({ read, write }: Runner): CheckLedger {
  return {
    save: (repositoryId, headSha, name, record) =>
      write(async (database) => {
        const said = { run_id: record.runId, content_hash: record.contentHash };
        await database
          .insertInto('checks')
          .values({ repository_id: repositoryId, head_sha: headSha, name, ...said })
          .onConflict((conflict) => conflict.columns(['repository_id', 'head_sha', 'name']).doUpdateSet(said))
          .execute();
      }),

    find: (repositoryId, headSha, name) =>
      read(async (database) => {
        const row = await database
          .selectFrom('checks')
          .select(['run_id', 'content_hash'])
          .where('repository_id', '=', repositoryId)
          .where('head_sha', '=', headSha)
          .where('name', '=', name)
          .executeTakeFirst();
        return row === undefined ? null : { runId: row.run_id, contentHash: row.content_hash };
      }),
  };
}
