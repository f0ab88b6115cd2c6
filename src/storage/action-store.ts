import type { Kysely } from 'kysely';
import type { ActionRegistration } from '../domain/improvement/action-registration.ts';
import type { ActionStore } from '../ports/action-store.ts';
import { fromDocument, toDocument } from './document.ts';
import { toMoment } from './moment.ts';
import type { Runner } from './runner.ts';
import type { Tables } from './tables.ts';

const OPEN = { estimator: null, followUpDays: null, fixedOn: null };

const COLUMNS = ['repository_id', 'id', 'document'] as const;

export function actionStore({ read, write }: Runner): ActionStore {
  return {
    save: (registration) =>
      write(async (database) => {
        const { repositoryId, action, registeredAt } = registration;
        const saved = await database
          .insertInto('improvement_actions')
          .values({
            repository_id: repositoryId,
            id: action.id,
            registered_at: toMoment(registeredAt, `The action ${action.id}`),
            document: toDocument(registration),
          })
          .onConflict((conflict) => conflict.columns(['repository_id', 'id']).doNothing())
          .executeTakeFirst();
        return (saved.numInsertedOrUpdatedRows ?? 0n) > 0n;
      }),

    fix: (repositoryId, { id, estimator, followUpDays, fixedOn }) =>
      write(async (database) => {
        const row = await findRow(database, repositoryId, id);
        if (row === undefined) return false;
        const registration = registrationOf(row);
        if (registration.action.fixedOn !== null) return false;
        const action = { ...registration.action, estimator, followUpDays, fixedOn };
        const fixed = await database
          .updateTable('improvement_actions')
          .set({ document: toDocument({ ...registration, action }) })
          .where('repository_id', '=', repositoryId)
          .where('id', '=', id)
          // Of two that fix at once, the first counts.
          .where('document', '=', row.document)
          .executeTakeFirst();
        return fixed.numUpdatedRows > 0n;
      }),

    find: (repositoryId, id) =>
      read(async (database) => {
        const row = await findRow(database, repositoryId, id);
        return row === undefined ? null : registrationOf(row);
      }),

    all: (repositoryId) =>
      read(async (database) => {
        const rows = await database
          .selectFrom('improvement_actions')
          .select(COLUMNS)
          .where('repository_id', '=', repositoryId)
          .orderBy('registered_at')
          .orderBy('id')
          .execute();
        return rows.map(registrationOf);
      }),
  };
}

function registrationOf(row: {
  readonly repository_id: number;
  readonly id: string;
  readonly document: string;
}): ActionRegistration {
  const { repository_id, id, document } = row;
  const place = { table: 'improvement_actions', key: { repository_id, id } };
  const registration = fromDocument<ActionRegistration>(document, place, ['action', 'registeredAt', 'source']);
  // Rows from before these were fixed once have neither.
  return { ...registration, action: { ...OPEN, ...registration.action } };
}

async function findRow(database: Kysely<Tables>, repositoryId: number, id: string) {
  return database
    .selectFrom('improvement_actions')
    .select(COLUMNS)
    .where('repository_id', '=', repositoryId)
    .where('id', '=', id)
    .executeTakeFirst();
}
