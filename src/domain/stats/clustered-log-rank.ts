import { chiSquareUpperTail } from './gamma-distribution.ts';
import type { Survival } from './kaplan-meier.ts';

/** A subject in one of two groups; subjects of one cluster (an author) may resemble each other. */
export interface ClusteredSurvival extends Survival {
  readonly exposed: boolean;
  readonly cluster: string;
  readonly stratum: string;
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
  const residuals = new Map<string, number>();
  let observed = 0;
  let expected = 0;
  let events = 0;
  for (const stratum of Map.groupBy(subjects, (subject) => subject.stratum).values()) {
    const hazard = hazards(stratum);
    let step = 0;
    let lived = 0;
    let livedByExposed = 0;
    for (const subject of [...stratum].sort((a, b) => a.time - b.time)) {
      for (let next = hazard[step]; next !== undefined && next.time <= subject.time; next = hazard[++step]) {
        lived += next.rate;
        livedByExposed += next.rate * next.exposedShare;
      }
      const z = subject.exposed ? 1 : 0;
      const share = subject.event ? (hazard[step - 1]?.exposedShare ?? 0) : 0;
      const residual = (subject.event ? z - share : 0) - (z * lived - livedByExposed);
      residuals.set(subject.cluster, (residuals.get(subject.cluster) ?? 0) + residual);
      if (!subject.event) continue;
      events++;
      observed += z;
      expected += share;
    }
  }
  const variance = [...residuals.values()].reduce((sum, residual) => sum + residual ** 2, 0);
  const chiSquare = residuals.size > 1 && variance > 0 ? (observed - expected) ** 2 / variance : null;
  const others = events - expected;
  const otherRatio = others > 0 ? (events - observed) / others : 0;
  return {
    observed,
    expected,
    chiSquare,
    p: chiSquare === null ? null : chiSquareUpperTail(chiSquare, 1),
    hazardRatio: expected > 0 && otherRatio > 0 ? observed / expected / otherRatio : null,
    clusters: residuals.size,
  };
}

interface Hazard {
  readonly time: number;
  /** Events over subjects at risk. */
  readonly rate: number;
  /** Exposed among those at risk. */
  readonly exposedShare: number;
}

function hazards(subjects: readonly ClusteredSurvival[]): Hazard[] {
  const sorted = [...subjects].sort((a, b) => a.time - b.time);
  let exposed = sorted.filter((subject) => subject.exposed).length;
  const found: Hazard[] = [];
  for (let i = 0; i < sorted.length; ) {
    const time = sorted[i]?.time ?? 0;
    const atRisk = sorted.length - i;
    const exposedAtRisk = exposed;
    let events = 0;
    for (let next = sorted[i]; next !== undefined && next.time === time; next = sorted[++i]) {
      if (next.event) events++;
      if (next.exposed) exposed--;
    }
    if (events > 0) found.push({ time, rate: events / atRisk, exposedShare: exposedAtRisk / atRisk });
  }
  return found;
}
