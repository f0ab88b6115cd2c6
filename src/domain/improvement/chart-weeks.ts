import { subjectChanges, subjectIncidents } from './action-subject.ts';
import { chartRate } from './chart-rate.ts';
import type { ChartLayer } from './estimate.ts';
import type { Signal } from './find-signals.ts';
import type { PreparedEvidence } from './prepare-evidence.ts';
import type { RegisteredAction } from './registered-action.ts';

export interface ChartedWeeks {
  readonly layer: ChartLayer;
  /** Of all seven week starts, by day: no choice of week can hide one. */
  readonly signals: readonly Signal[];
}

/** Layers 1 and 12: the calendar chart for every week start. */
export function chartWeeks(prepared: PreparedEvidence, action: RegisteredAction, baselineTo: number): ChartedWeeks {
  const ascending = (a: number, b: number) => a - b;
  const counts = {
    merges: subjectChanges(prepared.changes, action)
      .map(({ mergedAt }) => mergedAt)
      .sort(ascending),
    incidents: subjectIncidents(prepared.incidents, action)
      .map(({ incident }) => incident.startedAt)
      .sort(ascending),
  };
  const chart = (weekStart: number) => chartRate(counts, prepared.observed, baselineTo, weekStart);
  const monday = chart(0);
  const all = [monday, ...[1, 2, 3, 4, 5, 6].map(chart)];
  const numbers = all.map(({ signals }) => signals?.length ?? 0);
  return {
    layer: { chart: monday, fewestSignals: Math.min(...numbers), mostSignals: Math.max(...numbers) },
    signals: all.flatMap(({ signals }) => signals ?? []).sort((a, b) => a.day - b.day),
  };
}
