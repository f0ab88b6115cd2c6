import { benjaminiHochberg } from '../stats/benjamini-hochberg.ts';
import { type Agreement, cohenKappa } from '../stats/cohen-kappa.ts';
import { type RateRatio, rateRatio } from '../stats/rate-ratio.ts';
import { estimateRatio, type RatioEstimate, type Windows } from './estimate-ratio.ts';
import { INCIDENT_KINDS, type IncidentKind } from '../incident/incident-kind.ts';
import type { DayTally } from './tally-days.ts';

export interface KindComparison {
  readonly kind: IncidentKind;
  readonly estimate: RatioEstimate;
  /** Exact mid-p comparison, for small counts; its p belongs to its interval. */
  readonly exact: RateRatio;
  /** The dispersion-adjusted p, corrected for the number of kinds. */
  readonly adjustedP: number | null;
}

/** Two people's kinds for the same incident. */
export interface DoubleClassification {
  readonly first: IncidentKind;
  readonly second: IncidentKind;
}

/**
 * Layer 10: each kind by itself, with Benjamini–Hochberg over the kinds. Inquiries and near misses rise when monitoring
 * gets better, so they are never added to the primary endpoint.
 */
export function compareKinds(tallies: ReadonlyMap<IncidentKind, DayTally>, windows: Windows): KindComparison[] {
  const compared = INCIDENT_KINDS.flatMap((kind) => {
    const tally = tallies.get(kind);
    if (!tally) return [];
    const estimate = estimateRatio(tally, windows, 'crude');
    return [{ kind, estimate, exact: rateRatio(estimate.subject.after, estimate.subject.before) }];
  });
  const adjusted = benjaminiHochberg(compared.map(({ estimate }) => estimate.p));
  return compared.map((comparison, i) => ({ ...comparison, adjustedP: adjusted[i] ?? null }));
}

/** How far two people agree on kinds, beyond chance. */
export function agreementOnKinds(pairs: readonly DoubleClassification[]): Agreement {
  const table = INCIDENT_KINDS.map((first) =>
    INCIDENT_KINDS.map((second) => pairs.filter((pair) => pair.first === first && pair.second === second).length),
  );
  return cohenKappa(table);
}
