import type { PublishedReport } from '../domain/report/published-report.ts';
import type { ReportStore } from '../ports/report-store.ts';
import { fromDocument, toDocument } from './document.ts';
import { toMoment } from './moment.ts';
import type { Runner } from './runner.ts';

const COLUMNS = ['repository_id', 'period_id', 'document'] as const;

export function reportStore({ read, write }: Runner): ReportStore {
  return {
    save: (report) =>
      write(async (database) => {
        const { repositoryId, period, issueNumber } = report;
        const values = {
          ends_at: toMoment(`${period.to}T00:00:00Z`, `The end of the period ${period.id}`),
          issue_number: issueNumber,
          document: toDocument(report),
        };
        await database
          .insertInto('reports')
          .values({ repository_id: repositoryId, period_id: period.id, ...values })
          .onConflict((conflict) => conflict.columns(['repository_id', 'period_id']).doUpdateSet(values))
          .execute();
      }),

    find: (repositoryId, periodId) =>
      read(async (database) => {
        const row = await database
          .selectFrom('reports')
          .select(COLUMNS)
          .where('repository_id', '=', repositoryId)
          .where('period_id', '=', periodId)
          .executeTakeFirst();
        return row === undefined ? null : reportOf(row);
      }),

    inIssue: (repositoryId, issueNumber) =>
      read(async (database) => {
        const row = await database
          .selectFrom('reports')
          .select(COLUMNS)
          .where('repository_id', '=', repositoryId)
          .where('issue_number', '=', issueNumber)
          .executeTakeFirst();
        return row === undefined ? null : reportOf(row);
      }),

    latest: (repositoryId, limit) =>
      read(async (database) => {
        const rows = await database
          .selectFrom('reports')
          .select(COLUMNS)
          .where('repository_id', '=', repositoryId)
          .orderBy('ends_at', 'desc')
          .orderBy('period_id')
          .limit(limit)
          .execute();
        return rows.map(reportOf);
      }),
  };
}

interface Row {
  readonly repository_id: number;
  readonly period_id: string;
  readonly document: string;
}

function reportOf({ document, repository_id, period_id }: Row): PublishedReport {
  const place = { table: 'reports', key: { repository_id, period_id } };
  return fromDocument<PublishedReport>(document, place, ['repositoryId', 'period', 'moment', 'openedAt']);
}
