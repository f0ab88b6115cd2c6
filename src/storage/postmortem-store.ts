import type { Postmortem } from '../domain/postmortem/postmortem.ts';
import type { PostmortemStore } from '../ports/postmortem-store.ts';
import { fromDocument, toDocument } from './document.ts';
import { toMoment } from './moment.ts';
import type { Runner } from './runner.ts';

const COLUMNS = ['repository_id', 'project_id', 'sequence', 'document'] as const;

export function postmortemStore({ read, write }: Runner): PostmortemStore {
  return {
    save: (postmortem) =>
      write(async (database) => {
        const { repositoryId, projectId, sequence, closedAt, issue } = postmortem;
        const values = {
          closed_at: closedAt === null ? null : toMoment(closedAt, `The end of the postmortem of ${projectId}`),
          issue_repository_id: issue?.repositoryId ?? null,
          issue_number: issue?.number ?? null,
          document: toDocument(postmortem),
        };
        await database
          .insertInto('postmortems')
          .values({ repository_id: repositoryId, project_id: projectId, sequence, ...values })
          .onConflict((conflict) => conflict.columns(['repository_id', 'project_id', 'sequence']).doUpdateSet(values))
          .execute();
      }),

    open: (repositoryId) =>
      read(async (database) => {
        const rows = await database
          .selectFrom('postmortems')
          .select(COLUMNS)
          .where('repository_id', '=', repositoryId)
          .where('closed_at', 'is', null)
          .orderBy('project_id')
          .orderBy('sequence')
          .execute();
        return rows.map(postmortemOf);
      }),

    ofProject: (repositoryId, projectId) =>
      read(async (database) => {
        const rows = await database
          .selectFrom('postmortems')
          .select(COLUMNS)
          .where('repository_id', '=', repositoryId)
          .where('project_id', '=', projectId)
          .orderBy('sequence')
          .execute();
        return rows.map(postmortemOf);
      }),

    atIssue: (repositoryId, number) =>
      read(async (database) => {
        const row = await database
          .selectFrom('postmortems')
          .select(COLUMNS)
          .where('issue_repository_id', '=', repositoryId)
          .where('issue_number', '=', number)
          .executeTakeFirst();
        return row === undefined ? null : postmortemOf(row);
      }),
  };
}

function postmortemOf(row: {
  readonly repository_id: number;
  readonly project_id: string;
  readonly sequence: number;
  readonly document: string;
}): Postmortem {
  const { repository_id, project_id, sequence, document } = row;
  const place = { table: 'postmortems', key: { repository_id, project_id, sequence } };
  return fromDocument<Postmortem>(document, place, ['projectId', 'openedAt', 'triggers']);
}
