import { dayAt } from '../calendar.ts';
import { periodAt } from './period-at.ts';
import type { ReportPeriod } from './report-period.ts';
import { REPORT_PERIODS } from './report-schedule.ts';

const NAMED = /^(\d{4})-(?:(0[1-9]|1[0-2])|Q([1-4])|W(0[1-9]|[1-4]\d|5[0-3]))$/;

/**
 * `2026-08`, `2026-Q3`, `2026-W34`, or `week`, `month`, `quarter` for the one that holds `today`. `null` for anything
 * else, a week that its year does not have among it.
 */
export function parsePeriod(text: string, today: number): ReportPeriod | null {
  const unit = REPORT_PERIODS.find((one) => one === text);
  if (unit !== undefined) return periodAt(unit, today);
  const [, year, month, quarter, week] = NAMED.exec(text) ?? [];
  if (year === undefined || Number(year) < 1970) return null;
  if (month !== undefined) return periodAt('month', dayAt(Number(year), Number(month) - 1, 1));
  if (quarter !== undefined) return periodAt('quarter', dayAt(Number(year), 3 * Number(quarter) - 3, 1));
  // The fourth of January lies in the first week of its year.
  const found = periodAt('week', dayAt(Number(year), 0, 4) + 7 * (Number(week) - 1));
  return found.id === text ? found : null;
}
