import { MAX_RUNS, type Run } from './watch.ts';

/** What was shipped to one environment, and the place of its newest commit on the main line; `null`: none is known. */
export interface Shipment {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly position: number | null;
}

/**
 * When users had a change: a shipment holds it when its newest commit of the main line is the change's own or a later
 * one, and takes it out when it is an earlier one. Worked out from all shipments, `shipments` in order of time, so that
 * it does not matter in which order they were told.
 */
export function findRuns(
  shipments: readonly Shipment[],
  change: { readonly position: number; readonly mergedAt: string },
): readonly Run[] {
  const runs: Run[] = [];
  const mergedAt = Date.parse(change.mergedAt);
  let current: Run | null = null;
  for (const { at, position } of shipments) {
    // Nothing ships before it is merged: what seems so was placed on a line that has been rewritten since.
    if (position === null || Date.parse(at) < mergedAt) continue;
    const holds = position >= change.position;
    if (holds && current === null) current = { at, takenOutAt: null };
    if (!holds && current !== null) {
      runs.push({ ...current, takenOutAt: at });
      current = null;
    }
  }
  if (current !== null) runs.push(current);
  return runs.slice(-MAX_RUNS);
}
