import { dayOf, isoDay } from '../calendar.ts';
import { periodAt, previousPeriod } from './period-at.ts';
import type { PublishedReport } from './published-report.ts';
import type { PeriodUnit, ReportPeriod } from './report-period.ts';

/** A report that is to be written, and the moment of the schedule that asks for it. */
export interface DueReport {
  readonly period: ReportPeriod;
  readonly moment: string;
}

const WEEK = 7;

/**
 * Which reports are to be written by now (days since 1970): each week within a period, and when it has ended. It is
 * decided from what was published, not from alarms: a missed moment is made up for once, whatever the time of the next
 * look, and a clock that is set back or was ahead for a while brings nothing twice.
 */
export function dueReports(
  unit: PeriodUnit,
  published: readonly Pick<PublishedReport, 'period' | 'moment'>[],
  now: number,
): DueReport[] {
  const known = published.filter(({ period }) => period.unit === unit);
  const current = latestMoment(unit, now);
  const due: DueReport[] = [];
  // A period that ended while nobody looked. Older ones are not made up for: nobody waits for them.
  const earlier = previousPeriod(current.period);
  const last = known.find(({ period }) => period.id === earlier.id);
  const begun = known.some(({ period }) => period.from <= earlier.from);
  if (begun && (last === undefined || last.moment < earlier.to)) due.push({ period: earlier, moment: earlier.to });
  const row = known.find(({ period }) => period.id === current.period.id);
  return row === undefined || row.moment < current.moment ? [...due, current] : due;
}

/** The last moment of the schedule: the end of a period, or a whole number of weeks after its beginning. */
function latestMoment(unit: PeriodUnit, now: number): DueReport {
  const period = periodAt(unit, now);
  const weeks = Math.floor((now - dayOf(period.from)) / WEEK);
  if (weeks === 0) {
    const ended = previousPeriod(period);
    return { period: ended, moment: ended.to };
  }
  return { period, moment: isoDay(dayOf(period.from) + WEEK * weeks) };
}
