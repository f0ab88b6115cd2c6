import { chiSquareUpperTail } from './gamma-distribution.ts';

/** Subjects that are alike in everything but their cluster (a group of authors); those of one may resemble each other. */
export interface ClusteredSurvival {
  /** ≥ 0, in one unit: to the event, or to the last look without one. */
  readonly time: number;
  readonly event: boolean;
  readonly exposed: boolean;
  readonly stratum: string;
  /** Cluster (a small whole number), subjects, cluster, subjects, … Negative where subjects counted elsewhere are taken out again. */
  readonly clusters: ArrayLike<number>;
}

export interface ClusteredLogRank {
  readonly observed: number;
  /** Events that the exposed would have had if the groups did not differ. */
  readonly expected: number;
  /** Observed less expected, squared, over the variance between clusters; `null` with fewer than two clusters. */
  readonly chiSquare: number | null;
  readonly p: number | null;
  /** (O/E exposed) ÷ (O/E others): a plain reading of the hazard ratio. */
  readonly hazardRatio: number | null;
  readonly clusters: number;
}

/**
 * Log-rank test inside strata whose variance is the sum over clusters of squared score residuals, so that one author's
 * many pull requests do not count as many witnesses. Score residual of a subject: (z − z̄(t)) at its event, less the
 * hazard it lived through times (z − z̄). Source: Lin and Wei, JASA 84:1074, 1989.
 */
export function clusteredLogRank(subjects: readonly ClusteredSurvival[]): ClusteredLogRank {
  const residuals: ClusterSum[] = [];
  let observed = 0;
  let expected = 0;
  let events = 0;
  for (const stratum of Map.groupBy(subjects, (one) => one.stratum).values()) {
    const at = hazardsBefore(stratum);
    for (const { time, event, exposed, clusters } of stratum) {
      const { lived, livedByExposed, exposedShare } = at(time);
      const z = exposed ? 1 : 0;
      const residual = (event ? z - exposedShare : 0) - (z * lived - livedByExposed);
      const count = addResiduals(residuals, clusters, residual);
      if (!event) continue;
      events += count;
      observed += z * count;
      expected += exposedShare * count;
    }
  }
  const clusters = residuals.filter((one) => one.subjects > 0);
  const variance = clusters.reduce((sum, { residual }) => sum + residual ** 2, 0);
  const chiSquare = clusters.length > 1 && variance > 0 ? (observed - expected) ** 2 / variance : null;
  const others = events - expected;
  const otherRatio = others > 0 ? (events - observed) / others : 0;
  return {
    observed,
    expected,
    chiSquare,
    p: chiSquare === null ? null : chiSquareUpperTail(chiSquare, 1),
    hazardRatio: expected > 0 && otherRatio > 0 ? observed / expected / otherRatio : null,
    clusters: clusters.length,
  };
}

interface ClusterSum {
  subjects: number;
  residual: number;
}

/** Adds the residual for every subject; gives how many there are. */
function addResiduals(residuals: ClusterSum[], clusters: ArrayLike<number>, residual: number): number {
  let count = 0;
  for (let i = 0; i < clusters.length; i += 2) {
    const cluster = clusters[i] ?? 0;
    const subjects = clusters[i + 1] ?? 0;
    let sum = residuals[cluster];
    if (sum === undefined) {
      sum = { subjects: 0, residual: 0 };
      residuals[cluster] = sum;
    }
    sum.subjects += subjects;
    sum.residual += subjects * residual;
    count += subjects;
  }
  return count;
}

export function countSubjects(clusters: ArrayLike<number>): number {
  let count = 0;
  for (let i = 1; i < clusters.length; i += 2) count += clusters[i] ?? 0;
  return count;
}

/** What was lived through up to and with a time. */
interface Lived {
  /** Σ events ÷ at risk. */
  readonly lived: number;
  /** The same, each term times the exposed share of those at risk. */
  readonly livedByExposed: number;
  /** At this very time. */
  readonly exposedShare: number;
}

function hazardsBefore(subjects: readonly ClusteredSurvival[]): (time: number) => Lived {
  const leaving = new Map<number, { all: number; exposed: number; events: number }>();
  let atRisk = 0;
  let exposed = 0;
  for (const subject of subjects) {
    const count = countSubjects(subject.clusters);
    const at = leaving.get(subject.time) ?? { all: 0, exposed: 0, events: 0 };
    at.all += count;
    atRisk += count;
    if (subject.exposed) at.exposed += count;
    if (subject.exposed) exposed += count;
    if (subject.event) at.events += count;
    leaving.set(subject.time, at);
  }
  const lived = new Map<number, Lived>();
  let [sum, byExposed] = [0, 0];
  for (const [time, at] of [...leaving].sort(([a], [b]) => a - b)) {
    const exposedShare = atRisk > 0 ? exposed / atRisk : 0;
    const rate = atRisk > 0 ? at.events / atRisk : 0;
    sum += rate;
    byExposed += rate * exposedShare;
    lived.set(time, { lived: sum, livedByExposed: byExposed, exposedShare });
    atRisk -= at.all;
    exposed -= at.exposed;
  }
  return (time) => lived.get(time) ?? { lived: 0, livedByExposed: 0, exposedShare: 0 };
}
