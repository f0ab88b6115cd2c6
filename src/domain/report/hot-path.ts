import type { IncidentKind } from '../incident/incident-kind.ts';

/** A place whose changes caused incidents in the year up to the period's end. */
export interface HotPath {
  readonly area: string;
  readonly incidents: number;
  readonly kinds: Readonly<Record<IncidentKind, number>>;
  /** Changes that caused them. */
  readonly changes: number;
}
