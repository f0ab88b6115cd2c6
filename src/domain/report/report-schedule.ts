export const REPORT_PERIODS = ['week', 'month', 'quarter'] as const;
export const REPORT_TARGETS = ['issue'] as const;

/** When the repository's report is published, and where. */
export interface ReportSchedule {
  readonly every: (typeof REPORT_PERIODS)[number];
  readonly to: (typeof REPORT_TARGETS)[number];
}
