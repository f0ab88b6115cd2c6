import { MAX_RUNS, type Run } from './watch.ts';

/** What was shipped to one environment, and the place of its newest commit on the main line; `null`: none is known. */
export interface Shipment {
  /** ISO 8601 in UTC, and the same in milliseconds: thousands of shipments are looked at for each change. */
  readonly at: string;
  readonly atMs: number;
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
  let current: Run | null = null;
  // Nothing ships before it is merged: what seems so was placed on a line that has been rewritten since.
  for (let index = firstFrom(shipments, Date.parse(change.mergedAt)); index < shipments.length; index += 1) {
    const { at, position } = shipments[index] as Shipment;
    if (position === null) continue;
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

/** By halving. */
function firstFrom(shipments: readonly Shipment[], ms: number): number {
  let [low, high] = [0, shipments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shipments[middle]?.atMs ?? 0) < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}
