import type { IncidentKind } from '../incident/incident-kind.ts';
import type { Day } from './day.ts';

export const LINK_STATES = ['confirmed', 'candidate', 'rejected'] as const;
export type LinkState = (typeof LINK_STATES)[number];

/** A change that may have caused an incident. */
export interface IncidentLink {
  readonly changeId: string;
  /** Calibrated, 0–1. */
  readonly probability: number;
  readonly state: LinkState;
}

export interface ObservedIncident {
  readonly id: string;
  readonly kind: IncidentKind;
  readonly startedAt: Day;
  readonly detectedBy: string | null;
  readonly links: readonly IncidentLink[];
  /** A person said that no change caused it. */
  readonly noChange: boolean;
  /** Names (ids, titles, aliases) of the services that were hurt. */
  readonly services: readonly string[];
  /** The deepest configured glob that holds the paths of the incident. */
  readonly glob: string | null;
}
