import type { RemoteFile } from '../ports/github.ts';
import type { RemoteFileCache } from '../ports/store.ts';
import { fromDocument, toDocument } from './document.ts';
import type { Runner } from './runner.ts';

export function remoteFileCache({ read, write }: Runner): RemoteFileCache {
  return {
    save: (installationId, reference, cached) =>
      write(async (database) => {
        const kept = { read_at: cached.readAt, document: toDocument(cached.file) };
        await database
          .insertInto('remote_files')
          .values({ installation_id: installationId, reference, repository: repositoryOf(reference), ...kept })
          .onConflict((conflict) => conflict.columns(['installation_id', 'reference']).doUpdateSet(kept))
          .execute();
      }),

    find: (installationId, reference) =>
      read(async (database) => {
        const row = await database
          .selectFrom('remote_files')
          .select(['read_at', 'document'])
          .where('installation_id', '=', installationId)
          .where('reference', '=', reference)
          .executeTakeFirst();
        if (row === undefined) return null;
        const place = { table: 'remote_files', key: { installation_id: installationId, reference } };
        return { file: fromDocument<RemoteFile>(row.document, place, ['found']), readAt: row.read_at };
      }),

    dropFrom: (installationId, repository) =>
      write(async (database) => {
        await database
          .deleteFrom('remote_files')
          .where('installation_id', '=', installationId)
          .where('repository', '=', repository.toLowerCase())
          .execute();
      }),
  };
}

/** `owner/name[:path][@ref]` → `owner/name` in lower case; neither part can hold a colon or an at sign. */
function repositoryOf(reference: string): string {
  return (reference.split(/[:@]/, 1)[0] ?? reference).toLowerCase();
}
