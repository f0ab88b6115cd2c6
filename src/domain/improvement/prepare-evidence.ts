import type { RecordCells } from '../record/build-cells.ts';
import type { CountedEvidence } from './counted-evidence.ts';
import type { DayRange } from './day.ts';
import { type DataQuality, isPossible, type ResolvedIncident, resolveIncidents } from './resolve-incidents.ts';

/** Facts tied together once, for all actions. */
export interface PreparedEvidence {
  readonly evidence: CountedEvidence;
  readonly counts: RecordCells;
  readonly incidents: readonly ResolvedIncident[];
  readonly quality: DataQuality;
  readonly observed: DayRange;
}

export function prepareEvidence(evidence: CountedEvidence): PreparedEvidence {
  const { named, incidents, today, leftOut, counts } = evidence;
  const resolved = resolveIncidents([...named.values()], incidents, today);
  const cells = counts.cells.filter(({ day }) => isPossible(day, today));
  const speeds = counts.speeds.filter(({ day }) => isPossible(day, today));
  const changes = cells.reduce((sum, cell) => sum + cell.changes, 0);
  const misplaced = counts.cells.reduce((sum, cell) => sum + cell.changes, 0) - changes;
  const first = cells.reduce((day, cell) => Math.min(day, cell.day), today);
  return {
    evidence,
    counts: { ...counts, cells, speeds },
    incidents: resolved.incidents,
    quality: {
      ...resolved.quality,
      changes,
      duplicateChanges: leftOut.duplicateChanges,
      invalidTimes: leftOut.invalidTimes + misplaced + invalidIncidents(evidence),
    },
    observed: { from: Math.floor(Math.max(evidence.observedFrom ?? first, first)), to: Math.floor(today) },
  };
}

function invalidIncidents({ incidents, today }: CountedEvidence): number {
  return incidents.filter(({ startedAt }) => !isPossible(startedAt, today)).length;
}
