import type { REPORT_PERIODS } from './report-schedule.ts';

export type PeriodUnit = (typeof REPORT_PERIODS)[number];

/** A stretch of the calendar in UTC that a report is about. */
export interface ReportPeriod {
  readonly unit: PeriodUnit;
  /** `2026-W34`, `2026-08` or `2026-Q3`. */
  readonly id: string;
  /** First day, `2026-08-01`. */
  readonly from: string;
  /** The day after its last. */
  readonly to: string;
}

/** What is told of the period, and of the one before it. */
export interface Pair<T> {
  readonly now: T;
  readonly before: T;
}
