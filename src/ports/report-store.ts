import type { PublishedReport } from '../domain/report/published-report.ts';

/** The reports that are published in issues. */
export interface ReportStore {
  /** Replaces the one of the same repository and period. */
  readonly save: (report: PublishedReport) => Promise<void>;
  readonly find: (repositoryId: number, periodId: string) => Promise<PublishedReport | null>;
  readonly inIssue: (repositoryId: number, issueNumber: number) => Promise<PublishedReport | null>;
  /** The latest period first. */
  readonly latest: (repositoryId: number, limit: number) => Promise<readonly PublishedReport[]>;
}
