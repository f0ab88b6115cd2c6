import { INCIDENT_KINDS, type IncidentKind } from '../incident/incident-kind.ts';
import type { RecordedIncident } from '../record/repository-record.ts';

/** What rates count. Inquiries and near misses rise when monitoring gets better: they stand apart. */
export const RATED_KINDS: readonly IncidentKind[] = ['regression', 'incident'];

export function isRated({ observed }: RecordedIncident): boolean {
  return RATED_KINDS.includes(observed.kind);
}

export function countKinds(incidents: readonly RecordedIncident[]): Record<IncidentKind, number> {
  const counts = Object.fromEntries(INCIDENT_KINDS.map((kind) => [kind, 0])) as Record<IncidentKind, number>;
  for (const { observed } of incidents) counts[observed.kind]++;
  return counts;
}
