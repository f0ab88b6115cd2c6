import { chiSquareUpperTail } from './gamma-distribution.ts';
import type { Survival } from './kaplan-meier.ts';
import { leastSquares } from './least-squares.ts';

export interface GroupedSurvival extends Survival {
  readonly group: string;
  /** Groups are compared only within a stratum; one stratum when absent. */
  readonly stratum?: string;
}

export interface LogRank {
  /** In the order of `observed` and `expected`: numbers by size, other names by code unit. */
  readonly groups: readonly string[];
  readonly observed: readonly number[];
  readonly expected: readonly number[];
  readonly chiSquare: number;
  /** Groups less one that the data can tell apart. */
  readonly df: number;
  readonly p: number;
}

/**
 * Log-rank test: at each event time the events are shared out by the numbers at risk; (O − E)ᵀ V⁻¹ (O − E) with the
 * hypergeometric variance, summed over strata. Assumes censoring independent of the event and of the group.
 * Sources: Mantel, Cancer Chemotherapy Reports 50:163, 1966; Peto and Peto, JRSS A 135:185, 1972.
 */
export function logRank(subjects: readonly GroupedSurvival[]): LogRank {
  const groups = [...new Set(subjects.map((subject) => subject.group))].sort(byNumberThenName);
  const index = new Map(groups.map((group, i) => [group, i]));
  const observed = groups.map(() => 0);
  const expected = groups.map(() => 0);
  const variance = groups.map(() => groups.map(() => 0));
  for (const stratum of Map.groupBy(subjects, (subject) => subject.stratum ?? '').values()) {
    addStratum(stratum, index, observed, expected, variance);
  }
  const excess = observed.map((value, i) => value - (expected[i] ?? 0));
  const solved = leastSquares(
    variance,
    excess,
    excess.map(() => 1),
  );
  const chiSquare = Math.max(
    0,
    excess.reduce((sum, value, i) => sum + value * (solved.coefficients[i] ?? 0), 0),
  );
  return {
    groups,
    observed,
    expected,
    chiSquare,
    df: solved.rank,
    p: solved.rank > 0 ? chiSquareUpperTail(chiSquare, solved.rank) : 1,
  };
}

function addStratum(
  subjects: readonly GroupedSurvival[],
  index: ReadonlyMap<string, number>,
  observed: number[],
  expected: number[],
  variance: number[][],
): void {
  const sorted = [...subjects].sort((a, b) => a.time - b.time);
  const atRisk = observed.map(() => 0);
  for (const subject of sorted) bump(atRisk, index.get(subject.group) ?? 0, 1);
  for (let i = 0; i < sorted.length; ) {
    const time = sorted[i]?.time;
    const total = sorted.length - i;
    const leaving = observed.map(() => 0);
    let events = 0;
    for (let subject = sorted[i]; subject !== undefined && subject.time === time; subject = sorted[++i]) {
      const group = index.get(subject.group) ?? 0;
      bump(leaving, group, 1);
      if (!subject.event) continue;
      events++;
      bump(observed, group, 1);
    }
    if (events > 0) share(events, total, atRisk, expected, variance);
    leaving.forEach((count, group) => {
      bump(atRisk, group, -count);
    });
  }
}

/** Shares the events of one time out by the numbers at risk. */
function share(
  events: number,
  total: number,
  atRisk: readonly number[],
  expected: number[],
  variance: number[][],
): void {
  const spread = total > 1 ? (events * (total - events)) / (total - 1) : 0;
  atRisk.forEach((n, g) => {
    bump(expected, g, (events * n) / total);
    const row = variance[g];
    if (!row) return;
    atRisk.forEach((m, h) => {
      bump(row, h, spread * ((g === h ? n / total : 0) - (n * m) / (total * total)));
    });
  });
}

function bump(values: number[], index: number, by: number): void {
  values[index] = (values[index] ?? 0) + by;
}

function byNumberThenName(a: string, b: string): number {
  const difference = Number(a) - Number(b);
  if (Number.isFinite(difference) && difference !== 0) return difference;
  return a < b ? -1 : a > b ? 1 : 0;
}
