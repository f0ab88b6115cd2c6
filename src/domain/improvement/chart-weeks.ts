import type { ChangeCell } from '../record/change-cell.ts';
import { type CalendarCounts, chartRate } from './chart-rate.ts';
import type { DayRange } from './day.ts';
import type { ChartLayer } from './estimate.ts';
import type { Signal } from './find-signals.ts';
import type { ResolvedIncident } from './resolve-incidents.ts';

export interface ChartedWeeks {
  readonly layer: ChartLayer;
  /** Of all seven week starts, by day: no choice of week can hide one. */
  readonly signals: readonly Signal[];
}

/** Layers 1 and 12: the calendar chart for every week start. */
export function chartWeeks(
  cells: readonly ChangeCell[],
  incidents: readonly ResolvedIncident[],
  observed: DayRange,
  baselineTo: number,
): ChartedWeeks {
  const counts = {
    merges: mergesByDay(cells),
    incidents: incidents.map(({ incident }) => incident.startedAt).sort((a, b) => a - b),
  };
  const chart = (weekStart: number) => chartRate(counts, observed, baselineTo, weekStart);
  const monday = chart(0);
  const all = [monday, ...[1, 2, 3, 4, 5, 6].map(chart)];
  const numbers = all.map(({ signals }) => signals?.length ?? 0);
  return {
    layer: { chart: monday, fewestSignals: Math.min(...numbers), mostSignals: Math.max(...numbers) },
    signals: all.flatMap(({ signals }) => signals ?? []).sort((a, b) => a.day - b.day),
  };
}

function mergesByDay(cells: readonly ChangeCell[]): CalendarCounts['merges'] {
  const byDay = new Map<number, number>();
  for (const { day, changes } of cells) byDay.set(day, (byDay.get(day) ?? 0) + changes);
  return [...byDay].map(([day, changes]) => ({ day, changes })).sort((a, b) => a.day - b.day);
}
