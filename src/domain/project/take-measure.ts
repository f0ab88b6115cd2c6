import { COUNTS, DURATIONS } from '../record/sketch.ts';
import type { Interval } from '../stats/interval.ts';
import { poissonRate } from '../stats/poisson-rate.ts';
import { proportion } from '../stats/proportion.ts';
import type { ExpectationMeasure } from './expectation.ts';
import {
  changesOn,
  type DayCount,
  endedWindowsOn,
  incidentsOn,
  nearMissesOn,
  type ProjectDays,
  regressionsOn,
  weeksCovered,
} from './project-days.ts';
import { quantileOf } from './sketch-quantile.ts';

/** What a measure is at, in its own unit; `value` is `null` when there was nothing to count. */
export interface Measurement {
  readonly value: number | null;
  /** 95 %: Garwood's for rates, Wilson's for shares, order statistics for quantiles. */
  readonly interval: Interval;
  /** Incidents, failed changes, confirmed windows, or changes: what `value` was counted from. */
  readonly counted: number;
  /** Changes, windows or days that they are out of. */
  readonly outOf: number;
  /** With lead times. */
  readonly until?: ProjectDays['leadTimeUntil'];
}

const SECONDS_A_DAY = 86_400;
const WEEK = 7;
const FOUR_WEEKS = 28;

/** What a measure stands at, target or none. */
export function takeMeasure(days: ProjectDays, name: ExpectationMeasure): Measurement {
  const total = (count: DayCount) => days.days.reduce((sum, day) => sum + count(day), 0);
  const rate = (count: DayCount, outOf: number, per: number): Measurement => {
    const counted = total(count);
    const { rate: value, interval } = poissonRate({ events: counted, exposure: outOf / per });
    return { value, interval, counted, outOf };
  };
  const share = (count: DayCount, of: DayCount): Measurement => {
    const counted = total(count);
    const outOf = total(of);
    // A cause may lie in a change that is not counted, one of another branch.
    const { share: value, wilson } = proportion(Math.min(counted, outOf), outOf);
    return { value, interval: wilson, counted, outOf };
  };
  const leadTime = (q: number): Measurement => ({
    ...quantileOf(
      DURATIONS,
      days.days.map((day) => day.leadTime),
      q,
      SECONDS_A_DAY,
    ),
    until: days.leadTimeUntil,
  });
  switch (name) {
    case 'incidents-per-100-prs':
      return rate(incidentsOn, total(changesOn), 100);
    case 'incidents-per-28d':
      return rate(incidentsOn, days.days.length, FOUR_WEEKS);
    case 'regressions-per-28d':
      return rate(regressionsOn, days.days.length, FOUR_WEEKS);
    case 'near-misses-per-28d':
      return rate(nearMissesOn, days.days.length, FOUR_WEEKS);
    case 'change-fail-rate':
      return share((day) => day.failedChanges, changesOn);
    case 'monitored':
      return share((day) => day.confirmed, endedWindowsOn);
    case 'lead-time-p50':
      return leadTime(0.5);
    case 'lead-time-p90':
      return leadTime(0.9);
    case 'merged-prs-per-week':
      return rate(changesOn, Math.max(1, weeksCovered(days) * WEEK), WEEK);
    case 'review-rounds-p50':
      return quantileOf(
        COUNTS,
        days.days.map((day) => day.reviewRounds),
        0.5,
        1,
      );
  }
}
