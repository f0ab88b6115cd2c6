import type { Attribution, DecidedAttribution, LinkDecision } from '../domain/attribution/attribution.ts';
import type { Calibration } from '../domain/attribution/ranking-weights.ts';
import type { IncidentKey } from '../domain/incident/incident.ts';
import type { IncidentWindow } from '../domain/risk/incident-history.ts';
import type { Period } from './exposure-store.ts';

/** Which changes caused which incidents: what was worked out, and what people decided. */
export interface AttributionStore {
  /**
   * Replaces what was worked out before; what people decided stays. `areas` are where the changes that count as causes
   * were made: what risk from history is counted in. Several statements: call it in a transaction.
   */
  readonly save: (attribution: Attribution, areas: readonly string[]) => Promise<void>;
  readonly find: (incident: IncidentKey) => Promise<DecidedAttribution | null>;
  /** Replaces what was decided of the same change. It outlives every new ranking. */
  readonly decide: (incident: IncidentKey, decision: LinkDecision) => Promise<void>;
  readonly undecide: (incident: IncidentKey, unit: string) => Promise<void>;
  readonly decisionsOn: (incident: IncidentKey) => Promise<readonly LinkDecision[]>;
  /** By the time of the incident, oldest first. */
  readonly inPeriod: (repositoryId: number, period: Period) => Promise<readonly DecidedAttribution[]>;
  /** Those of which people decided something, in no particular order of time. */
  readonly decided: (repositoryId: number) => Promise<readonly DecidedAttribution[]>;
  /** Those that name any of the units, as a candidate or by a decision; in no particular order. */
  readonly namingAny: (repositoryId: number, units: readonly string[]) => Promise<readonly DecidedAttribution[]>;
  /** The incidents of which a change is a candidate. */
  readonly naming: (repositoryId: number, unit: string) => Promise<readonly IncidentKey[]>;
  /** Counts for each area the incidents in a window that ends at `now` (ms). Reads counts, no documents: it is cheap. */
  readonly window: (repositoryId: number, windowDays: number, now: number) => Promise<IncidentWindow>;
  readonly saveCalibration: (repositoryId: number, calibration: Calibration) => Promise<void>;
  /** `null`: nobody judged anything yet, and the shipped one holds. */
  readonly calibration: (repositoryId: number) => Promise<Calibration | null>;
}
