import type { ReportPeriod } from './report-period.ts';

/** The issue in which a repository's report of one period is published, and what it says. Times are ISO 8601 in UTC. */
export interface PublishedReport {
  readonly repositoryId: number;
  readonly period: ReportPeriod;
  /** The moment of the schedule that it was last written for. */
  readonly moment: string;
  /** `null` while it is being opened: if the answer is lost, it is looked for before another is opened. */
  readonly issueNumber: number | null;
  /** When it was first about to be opened. */
  readonly openedAt: string;
  readonly title: string;
  readonly body: string;
  /** GitHub told that it was deleted or moved away. */
  readonly gone: boolean;
  /** The first one was deleted or moved away. What goes a second time is not wanted. */
  readonly again: boolean;
}
