import type { InstalledRepository, RepositoryStore } from '../ports/store.ts';
import { fromDocument, toDocument } from './document.ts';
import type { Runner } from './runner.ts';

export function repositoryStore({ read, write }: Runner): RepositoryStore {
  return {
    save: (repository) =>
      write(async (database) => {
        const document = toDocument(repository);
        await database
          .insertInto('repositories')
          .values({ repository_id: repository.id, document })
          .onConflict((conflict) => conflict.column('repository_id').doUpdateSet({ document }))
          .execute();
      }),

    find: (repositoryId) =>
      read(async (database) => {
        const row = await database
          .selectFrom('repositories')
          .selectAll()
          .where('repository_id', '=', repositoryId)
          .executeTakeFirst();
        return row === undefined ? null : repositoryOf(row);
      }),

    all: () =>
      read(async (database) => {
        const rows = await database.selectFrom('repositories').selectAll().orderBy('repository_id').execute();
        return rows.map(repositoryOf);
      }),

    remove: (repositoryId) =>
      write(async (database) => {
        await database.deleteFrom('repositories').where('repository_id', '=', repositoryId).execute();
      }),
  };
}

function repositoryOf(row: { readonly repository_id: number; readonly document: string }): InstalledRepository {
  return fromDocument<InstalledRepository>(
    row.document,
    { table: 'repositories', key: { repository_id: row.repository_id } },
    ['id', 'owner', 'name', 'installationId'],
  );
}
