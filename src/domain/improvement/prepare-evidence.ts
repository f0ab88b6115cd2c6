import type { DayRange } from './day.ts';
import type { Evidence } from './evidence.ts';
import { type ResolvedData, resolveIncidents } from './resolve-incidents.ts';

/** Facts tied together once, for all actions. */
export interface PreparedEvidence extends ResolvedData {
  readonly evidence: Evidence;
  readonly observed: DayRange;
}

export function prepareEvidence(evidence: Evidence): PreparedEvidence {
  const today = evidence.today;
  const resolved = resolveIncidents(evidence.changes, evidence.incidents, today);
  const first = resolved.changes.reduce((day, { mergedAt }) => Math.min(day, mergedAt), today);
  const observed = { from: Math.floor(Math.max(evidence.observedFrom ?? first, first)), to: Math.floor(today) };
  return { ...resolved, evidence, observed };
}
