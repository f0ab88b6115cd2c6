import type { PersonalStatement } from '../domain/pull-request/personal-statement.ts';
import type { PersonalStatementStore } from '../ports/store.ts';
import { fromDocument, toDocument } from './document.ts';
import type { Runner } from './runner.ts';

export function personalStatementStore({ read, write }: Runner): PersonalStatementStore {
  return {
    save: (repositoryId, number, statement) =>
      write(async (database) => {
        const document = toDocument(statement);
        await database
          .insertInto('personal_statements')
          .values({ repository_id: repositoryId, number, kind: statement.kind, document })
          .onConflict((conflict) => conflict.columns(['repository_id', 'number', 'kind']).doUpdateSet({ document }))
          .execute();
      }),

    of: (repositoryId, number) =>
      read(async (database) => {
        const rows = await database
          .selectFrom('personal_statements')
          .select(['kind', 'document'])
          .where('repository_id', '=', repositoryId)
          .where('number', '=', number)
          .orderBy('kind')
          .execute();
        return rows.map(({ kind, document }) => {
          const key = { repository_id: repositoryId, number, kind };
          return fromDocument<PersonalStatement>(document, { table: 'personal_statements', key }, ['kind']);
        });
      }),

    remove: (repositoryId, number, kind) =>
      write(async (database) => {
        await database
          .deleteFrom('personal_statements')
          .where('repository_id', '=', repositoryId)
          .where('number', '=', number)
          .where('kind', '=', kind)
          .execute();
      }),
  };
}
