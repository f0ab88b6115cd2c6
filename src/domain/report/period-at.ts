import { DAY_MS, dayAt, dayOf, isoDay } from '../calendar.ts';
import type { PeriodUnit, ReportPeriod } from './report-period.ts';

/** The period of the calendar (UTC) that holds a day. Weeks are those of ISO 8601: from Monday, named by their Thursday. */
export function periodAt(unit: PeriodUnit, day: number): ReportPeriod {
  const date = new Date(Math.floor(day) * DAY_MS);
  const year = date.getUTCFullYear();
  if (unit === 'week') return weekAt(Math.floor(day));
  if (unit === 'month') {
    const month = date.getUTCMonth();
    return period('month', `${year}-${pad(month + 1)}`, dayAt(year, month, 1), dayAt(year, month + 1, 1));
  }
  const quarter = Math.floor(date.getUTCMonth() / 3);
  return period('quarter', `${year}-Q${quarter + 1}`, dayAt(year, 3 * quarter, 1), dayAt(year, 3 * quarter + 3, 1));
}

export function previousPeriod({ unit, from }: ReportPeriod): ReportPeriod {
  return periodAt(unit, dayOf(from) - 1);
}

function weekAt(day: number): ReportPeriod {
  // 1970-01-01 was a Thursday, three days after a Monday.
  const monday = day - ((((day + 3) % 7) + 7) % 7);
  const year = new Date((monday + 3) * DAY_MS).getUTCFullYear();
  const number = Math.floor((monday + 3 - dayAt(year, 0, 1)) / 7) + 1;
  return period('week', `${year}-W${pad(number)}`, monday, monday + 7);
}

function period(unit: PeriodUnit, id: string, from: number, to: number): ReportPeriod {
  return { unit, id, from: isoDay(from), to: isoDay(to) };
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
