import type { RepositoryRecord } from '../record/repository-record.ts';
import type { EventRate } from '../stats/rate-ratio.ts';
import { uChart } from '../stats/u-chart.ts';
import { xmrChart } from '../stats/xmr-chart.ts';
import { dayOf, isoDay } from '../calendar.ts';
import type { TrendWeek, WeeklyTrend } from './happened.ts';
import { isRated } from './kind-counts.ts';
import type { ReportPeriod } from './report-period.ts';

const WEEKS = 53;
/** Fewer weeks give no limits to trust. */
const FEWEST_BASELINE = 20;
/** Mean of the moving range of two standard normal values. */
const D2 = 1.128;

interface Week extends EventRate {
  readonly day: number;
}

/**
 * The weekly rate on a u′ chart: limits ū ± 3σ√(ū/n) from the weeks that ended before the period, σ from the moving
 * range of their standardised rates and not below 1, so that ordinary ups and downs raise no alarm.
 * Source: D. B. Laney, Quality Engineering 14:531, 2002.
 */
export function chartTrend(record: RepositoryRecord, period: ReportPeriod): WeeklyTrend {
  const weeks = countWeeks(record, period);
  const baseline = weeks.filter(({ day }) => day + 7 <= dayOf(period.from));
  const { center } = uChart(baseline);
  const enough = baseline.length >= FEWEST_BASELINE && center !== null;
  const spread = enough ? spreadOf(baseline, center) : null;
  return {
    weeks: weeks.map((week) => trendWeek(week, center, spread)),
    center: enough ? center * 100 : null,
    baselineWeeks: baseline.length,
  };
}

/** Whole weeks from Monday, the last one over by the period's end and by the last look; none before the first merge. */
function countWeeks({ cells, incidents, at }: RepositoryRecord, period: ReportPeriod): Week[] {
  const first = cells[0]?.day;
  if (first === undefined) return [];
  const lastWeek = mondayOf(Math.floor(Math.min(dayOf(period.to), dayOf(at)))) - 7;
  const start = Math.max(mondayOf(first + 6), lastWeek - 7 * (WEEKS - 1));
  const length = Math.max(0, (lastWeek - start) / 7 + 1);
  const exposure = new Array<number>(length).fill(0);
  const events = new Array<number>(length).fill(0);
  const add = (to: number[], day: number, count: number): void => {
    const week = Math.floor((day - start) / 7);
    if (week >= 0 && week < length) to[week] = (to[week] ?? 0) + count;
  };
  for (const { day, changes } of cells) add(exposure, day, changes);
  for (const incident of incidents) if (isRated(incident)) add(events, incident.observed.startedAt, 1);
  return exposure.map((changes, i) => ({ day: start + 7 * i, events: events[i] ?? 0, exposure: changes }));
}

/** The Monday of the week that holds a day. 1970-01-01 was a Thursday. */
function mondayOf(day: number): number {
  return day - ((((day + 3) % 7) + 7) % 7);
}

function spreadOf(baseline: readonly Week[], center: number): number {
  if (center === 0) return 1;
  const z = baseline
    .filter(({ exposure }) => exposure > 0)
    .map(({ events, exposure }) => (events / exposure - center) / Math.sqrt(center / exposure));
  return Math.max(1, (xmrChart(z).movingRange ?? 0) / D2);
}

function trendWeek({ day, events, exposure }: Week, center: number | null, spread: number | null): TrendWeek {
  const rate = exposure > 0 ? events / exposure : null;
  const reach = center !== null && spread !== null && exposure > 0 ? 3 * spread * Math.sqrt(center / exposure) : null;
  const lower = reach === null || center === null ? null : Math.max(0, center - reach);
  const upper = reach === null || center === null ? null : center + reach;
  return {
    week: isoDay(day),
    merged: exposure,
    incidents: events,
    per100: per100(rate),
    lower: per100(lower),
    upper: per100(upper),
    signal: rate !== null && lower !== null && upper !== null && (rate < lower || rate > upper),
  };
}

function per100(rate: number | null): number | null {
  return rate === null ? null : rate * 100;
}
