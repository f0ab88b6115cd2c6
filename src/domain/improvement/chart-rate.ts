import type { ControlPoint } from '../stats/control-limits.ts';
import { type Cusum, cusum } from '../stats/cusum.ts';
import { daysBetween } from '../stats/days-between.ts';
import type { EventRate } from '../stats/rate-ratio.ts';
import { uChart } from '../stats/u-chart.ts';
import { xmrChart } from '../stats/xmr-chart.ts';
import { nextWeekStart } from './day.ts';
import { findSignals, type Signal } from './find-signals.ts';

export interface RateChart {
  readonly chart: 'u' | 'xmr' | 'days-between' | 'none';
  /** First days of the weeks, or the days of the events. */
  readonly days: readonly number[];
  readonly center: number | null;
  readonly points: readonly ControlPoint[];
  /** How much wider than Poisson the limits were made. */
  readonly spread: number;
  readonly baselinePeriods: number;
  /** `null` with fewer than 20 baseline periods: no signal could be called. */
  readonly signals: readonly Signal[] | null;
  /** Of the standardised weekly rates: drifts of half a standard deviation. `null` on the days-between chart. */
  readonly drift: Cusum | null;
}

/** Merges by day, and the days of incidents, each ascending: rates by the calendar, for charts only. */
export interface CalendarCounts {
  readonly merges: readonly { readonly day: number; readonly changes: number }[];
  readonly incidents: readonly number[];
}

export const BASELINE_PERIODS = 20;
/** Below two a week a weekly chart cries wolf; waits are charted. */
const RARE = 2;
const EVEN = 0.1;
const CUSUM_K = 0.5;
const CUSUM_H = 5;

/**
 * Layer 1: the weekly rate on a u chart (XmR when exposure is even, days between incidents when rare) with limits from
 * the weeks before `baselineTo`, widened to the spread that the weeks show (Laney's u′) and to the skew that comes with it.
 * Source of the widening: D. B. Laney, Quality Engineering 14:531, 2002.
 */
export function chartRate(
  counts: CalendarCounts,
  span: { readonly from: number; readonly to: number },
  baselineTo: number,
  weekStart: number,
): RateChart {
  const weeks = weeklyRates(counts, span, weekStart);
  const baseline = weeks.filter((week) => week.day + 7 <= baselineTo);
  const mean = baseline.reduce((sum, week) => sum + week.events, 0) / Math.max(1, baseline.length);
  if (weeks.length === 0 || baseline.length === 0) return none(baseline.length);
  if (mean < RARE) return chartWaits(counts, span, baselineTo, baseline.length);
  return isEven(weeks) ? chartEven(weeks, baseline.length) : chartUneven(weeks, baseline.length);
}

interface Week extends EventRate {
  readonly day: number;
}

function weeklyRates(
  { merges, incidents }: CalendarCounts,
  span: { readonly from: number; readonly to: number },
  weekStart: number,
): Week[] {
  const first = nextWeekStart(Math.ceil(span.from), weekStart);
  const count = Math.max(0, Math.floor((span.to - first) / 7));
  const weeks = Array.from({ length: count }, (_, i) => ({ day: first + 7 * i, events: 0, exposure: 0 }));
  for (const { day, changes } of merges) {
    const week = weeks[Math.floor((day - first) / 7)];
    if (week) week.exposure += changes;
  }
  for (const day of incidents) {
    const week = weeks[Math.floor((day - first) / 7)];
    if (week) week.events++;
  }
  return weeks;
}

function none(baselinePeriods: number): RateChart {
  return { chart: 'none', days: [], center: null, points: [], spread: 1, baselinePeriods, signals: null, drift: null };
}

function isEven(weeks: readonly Week[]): boolean {
  const mean = weeks.reduce((sum, week) => sum + week.exposure, 0) / weeks.length;
  const variance = weeks.reduce((sum, week) => sum + (week.exposure - mean) ** 2, 0) / weeks.length;
  return mean > 0 && Math.sqrt(variance) <= EVEN * mean;
}

function chartEven(weeks: readonly Week[], baselinePeriods: number): RateChart {
  const values = weeks.map((week) => (week.exposure > 0 ? week.events / week.exposure : 0));
  const limits = xmrChart(values.slice(0, baselinePeriods));
  const center = limits.center ?? 0;
  const edge = limits.points[0] ?? { lower: center, upper: center };
  const sigma = (edge.upper - center) / 3;
  const exposure = weeks.reduce((sum, week) => sum + week.exposure, 0) / weeks.length;
  const phi = center > 0 ? Math.max(1, (sigma * sigma * exposure) / center) : 1;
  const upper = center + 3 * sigma * (1 + (center > 0 ? skew(phi) / Math.sqrt(center * exposure) : 0));
  const points = values.map((value) => ({ value, lower: Math.max(0, edge.lower), upper }));
  return finish(
    'xmr',
    weeks,
    center,
    points,
    1,
    baselinePeriods,
    values.map((v) => (sigma > 0 ? (v - center) / sigma : 0)),
  );
}

function chartUneven(weeks: readonly Week[], baselinePeriods: number): RateChart {
  const limits = uChart(weeks.slice(0, baselinePeriods));
  const center = limits.center ?? 0;
  const poisson = (week: Week) => Math.sqrt(center / week.exposure);
  const z = weeks.map((week) => (week.exposure > 0 ? (week.events / week.exposure - center) / poisson(week) : 0));
  const moving = xmrChart(z.slice(0, baselinePeriods)).movingRange ?? 0;
  const spread = Math.max(1, moving / 1.128);
  const points = weeks.map((week) => {
    if (!(week.exposure > 0)) return { value: center, lower: center, upper: center };
    const reach = 3 * spread * poisson(week);
    const skewed = reach * (1 + skew(spread * spread) / Math.sqrt(center * week.exposure));
    return { value: week.events / week.exposure, lower: Math.max(0, center - reach), upper: center + skewed };
  });
  return finish(
    'u',
    weeks,
    center,
    points,
    spread,
    baselinePeriods,
    z.map((value) => value / spread),
  );
}

/**
 * How far 3σ falls short on the upper side of negative binomial counts of dispersion φ, beyond Poisson's own skew, for a
 * mean of one: (z² − 1)/6z × ((2φ − 1)/√φ − 1) by Cornish and Fisher. 0 at φ = 1.
 */
function skew(phi: number): number {
  return (8 / 18) * ((2 * phi - 1) / Math.sqrt(phi) - 1);
}

function finish(
  chart: 'u' | 'xmr',
  weeks: readonly Week[],
  center: number,
  points: readonly ControlPoint[],
  spread: number,
  baselinePeriods: number,
  z: readonly number[],
): RateChart {
  const days = weeks.map((week) => week.day);
  const seen = days.map((day) => day + 7);
  return {
    chart,
    days,
    center,
    points,
    spread,
    baselinePeriods,
    signals: baselinePeriods < BASELINE_PERIODS ? null : findSignals(points, baselinePeriods, days, seen, 1),
    drift: cusum(z, { target: 0, k: CUSUM_K, h: CUSUM_H }),
  };
}

/** A short wait is a high rate, so directions turn round. */
function chartWaits(
  { incidents }: CalendarCounts,
  span: { readonly from: number; readonly to: number },
  baselineTo: number,
  weeks: number,
): RateChart {
  const days = incidents.filter((day) => day >= span.from && day < span.to);
  const baseline = days.filter((day) => day < baselineTo);
  const limits = daysBetween(baseline);
  const edge = limits.points[0];
  const points = days.slice(1).map((day, i) => ({
    value: day - (days[i] ?? day),
    lower: edge?.lower ?? 0,
    upper: edge?.upper ?? Number.MAX_VALUE,
  }));
  const enough = weeks >= BASELINE_PERIODS;
  return {
    chart: 'days-between',
    days,
    center: limits.center,
    points: edge ? points : [],
    spread: 1,
    baselinePeriods: weeks,
    signals: enough ? findSignals(points, Math.max(0, baseline.length - 1), days, days.slice(1), -1) : null,
    drift: null,
  };
}
