import type { KnownMembers, MemberStore } from '../ports/project-store.ts';
import { fromDocument, toDocument } from './document.ts';
import type { Runner } from './runner.ts';

export function memberStore({ read, write }: Runner): MemberStore {
  return {
    save: (installationId, reference, members) =>
      write(async (database) => {
        const document = toDocument(members);
        await database
          .insertInto('members')
          .values({ installation_id: installationId, reference, document })
          .onConflict((conflict) => conflict.columns(['installation_id', 'reference']).doUpdateSet({ document }))
          .execute();
      }),

    of: (installationId, references) =>
      read(async (database) => {
        if (references.length === 0) return new Map();
        const rows = await database
          .selectFrom('members')
          .select(['reference', 'document'])
          .where('installation_id', '=', installationId)
          .where('reference', 'in', references)
          .execute();
        return new Map(
          rows.map(({ reference, document }) => {
            const place = { table: 'members', key: { installation_id: installationId, reference } };
            return [reference, fromDocument<KnownMembers>(document, place, ['ids', 'triedAt'])];
          }),
        );
      }),
  };
}
