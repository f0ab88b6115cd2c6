import type { BaseFiles } from '../ports/github.ts';
import type { BaseFilesCache } from '../ports/store.ts';
import { fromDocument, toDocument } from './document.ts';
import type { Runner } from './runner.ts';

export function baseFilesCache({ read, write }: Runner): BaseFilesCache {
  return {
    save: (repositoryId, ref, cached) =>
      write(async (database) => {
        const kept = { read_at: cached.readAt, document: toDocument(cached.files) };
        await database
          .insertInto('base_files')
          .values({ repository_id: repositoryId, ref, ...kept })
          .onConflict((conflict) => conflict.columns(['repository_id', 'ref']).doUpdateSet(kept))
          .execute();
      }),

    find: (repositoryId, ref) =>
      read(async (database) => {
        const row = await database
          .selectFrom('base_files')
          .select(['read_at', 'document'])
          .where('repository_id', '=', repositoryId)
          .where('ref', '=', ref)
          .executeTakeFirst();
        if (row === undefined) return null;
        const place = { table: 'base_files', key: { repository_id: repositoryId, ref } };
        const files = fromDocument<BaseFiles>(row.document, place, ['sha', 'config', 'templates']);
        return { files, readAt: row.read_at };
      }),

    drop: (repositoryId, ref) =>
      write(async (database) => {
        const dropped = database.deleteFrom('base_files').where('repository_id', '=', repositoryId);
        await (ref === null ? dropped : dropped.where('ref', '=', ref)).execute();
      }),
  };
}
