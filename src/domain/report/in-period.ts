import type { ChangeCell, SpeedCell } from '../record/change-cell.ts';
import type { RecordedIncident, RepositoryRecord } from '../record/repository-record.ts';
import { dayOf } from '../calendar.ts';
import type { ReportPeriod } from './report-period.ts';

export interface PeriodRecord {
  readonly cells: readonly ChangeCell[];
  readonly speeds: readonly SpeedCell[];
  readonly incidents: readonly RecordedIncident[];
}

/** What was merged, and what happened, in a period. */
export function inPeriod({ cells, speeds, incidents }: RepositoryRecord, period: ReportPeriod): PeriodRecord {
  const from = dayOf(period.from);
  const to = dayOf(period.to);
  return {
    cells: cells.filter(({ day }) => day >= from && day < to),
    speeds: speeds.filter(({ day }) => day >= from && day < to),
    incidents: incidents.filter(({ observed }) => observed.startedAt >= from && observed.startedAt < to),
  };
}

export function countChanges(cells: readonly ChangeCell[], test: (cell: ChangeCell) => boolean = () => true): number {
  let changes = 0;
  for (const cell of cells) if (test(cell)) changes += cell.changes;
  return changes;
}
