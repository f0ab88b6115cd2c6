import type { ChangedFiles } from '../domain/pull-request/changed-files.ts';
import type { FilesStore } from '../ports/store.ts';
import { fromDocument, toDocument } from './document.ts';
import type { Runner } from './runner.ts';

export function filesStore({ read, write, now }: Runner): FilesStore {
  return {
    save: (repositoryId, baseSha, headSha, files) =>
      write(async (database) => {
        const saved = { saved_at: now(), document: toDocument(files) };
        await database
          .insertInto('changed_files')
          .values({ repository_id: repositoryId, base_sha: baseSha, head_sha: headSha, ...saved })
          .onConflict((conflict) => conflict.columns(['repository_id', 'head_sha', 'base_sha']).doUpdateSet(saved))
          .execute();
      }),

    find: (repositoryId, baseSha, headSha) =>
      read(async (database) => {
        const row = await database
          .selectFrom('changed_files')
          .select('document')
          .where('repository_id', '=', repositoryId)
          .where('head_sha', '=', headSha)
          .where('base_sha', '=', baseSha)
          .executeTakeFirst();
        if (row === undefined) return null;
        const key = { repository_id: repositoryId, base_sha: baseSha, head_sha: headSha };
        return fromDocument<ChangedFiles>(row.document, { table: 'changed_files', key }, ['files', 'expected']);
      }),
  };
}
