import type { IncidentKind } from '../incident/incident-kind.ts';
import type { Interval } from '../stats/interval.ts';
import type { Pair } from './report-period.ts';

export interface KindCount extends Pair<number> {
  readonly kind: IncidentKind;
}

/** Incidents of the period with one cause; one with several causes is in each. `null`: nobody named a cause. */
export interface CauseRow {
  readonly cause: string | null;
  readonly kinds: Readonly<Record<IncidentKind, number>>;
  readonly total: number;
}

/** Regressions and incidents per 100 merged changes, with Garwood's interval. By the calendar: a chart, never a verdict. */
export interface PeriodRate {
  readonly incidents: number;
  readonly merged: number;
  readonly per100: number | null;
  readonly interval: Interval;
}

export interface TrendWeek {
  /** Its Monday. */
  readonly week: string;
  readonly merged: number;
  readonly incidents: number;
  /** Per 100 merged changes; `null` in a week without any. */
  readonly per100: number | null;
  /** 3σ limits; `null` where the baseline is too short to draw any. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Beyond its limits. */
  readonly signal: boolean;
}

/** The weekly rate of regressions and incidents on a u chart, whole weeks only. */
export interface WeeklyTrend {
  readonly weeks: readonly TrendWeek[];
  readonly center: number | null;
  /** Weeks before the period, from which the limits come. */
  readonly baselineWeeks: number;
}

export interface Happened {
  readonly kinds: readonly KindCount[];
  readonly rate: Pair<PeriodRate>;
  /** Most incidents first. */
  readonly causes: readonly CauseRow[];
  readonly trend: WeeklyTrend;
}
