import type { Agreement, Alignment } from '../domain/project/alignment.ts';
import type { AgreementStore } from '../ports/project-store.ts';
import { fromDocument, toDocument } from './document.ts';
import { toMoment } from './moment.ts';
import type { Runner } from './runner.ts';

export function agreementStore({ read, write }: Runner): AgreementStore {
  return {
    align: (alignment) =>
      write(async (database) => {
        const { repositoryId, project, issue } = alignment;
        const state = {
          issue_repository_id: issue?.repositoryId ?? null,
          issue_number: issue?.number ?? null,
          document: toDocument(alignment),
        };
        await database
          .insertInto('alignments')
          .values({ repository_id: repositoryId, project, ...state })
          .onConflict((conflict) => conflict.columns(['repository_id', 'project']).doUpdateSet(state))
          .execute();
      }),

    alignment: (repositoryId, project) =>
      read(async (database) => {
        const row = await database
          .selectFrom('alignments')
          .selectAll()
          .where('repository_id', '=', repositoryId)
          .where('project', '=', project)
          .executeTakeFirst();
        return row === undefined ? null : alignmentOf(row);
      }),

    alignmentAt: (issueRepositoryId, issueNumber) =>
      read(async (database) => {
        const row = await database
          .selectFrom('alignments')
          .selectAll()
          .where('issue_repository_id', '=', issueRepositoryId)
          .where('issue_number', '=', issueNumber)
          .executeTakeFirst();
        return row === undefined ? null : alignmentOf(row);
      }),

    agree: (agreement) =>
      write(async (database) => {
        const { repositoryId, project, hash, accountId, at } = agreement;
        const said = { agreed_at: toMoment(at, 'An agreement'), document: toDocument(agreement) };
        await database
          .insertInto('agreements')
          .values({ repository_id: repositoryId, project, hash, account_id: accountId, ...said })
          .onConflict((conflict) =>
            conflict.columns(['repository_id', 'project', 'hash', 'account_id']).doUpdateSet(said),
          )
          .execute();
      }),

    of: (repositoryId, project) =>
      read(async (database) => {
        const rows = await database
          .selectFrom('agreements')
          .selectAll()
          .where('repository_id', '=', repositoryId)
          .where('project', '=', project)
          .orderBy('agreed_at')
          .orderBy('account_id')
          .execute();
        return rows.map(({ document, ...key }) => {
          const place = { table: 'agreements', key };
          return fromDocument<Agreement>(document, place, ['hash', 'accountId', 'speaksFor']);
        });
      }),
  };
}

function alignmentOf(row: {
  readonly repository_id: number;
  readonly project: string;
  readonly document: string;
}): Alignment {
  const key = { repository_id: row.repository_id, project: row.project };
  return fromDocument<Alignment>(row.document, { table: 'alignments', key }, ['hash', 'targets', 'issue']);
}
