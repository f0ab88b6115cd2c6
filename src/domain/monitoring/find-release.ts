import type { Deployment } from '../exposure/deployment.ts';
import { findRuns, type Shipment } from './find-runs.ts';
import type { Release } from './watch.ts';

export type Shipped = Pick<Deployment, 'environment' | 'kind' | 'at'> & { readonly position: number | null };

/** What was shipped, by environment: prepared once for all changes that are looked for in it. */
export type ShipmentIndex = readonly (readonly (Shipped & Shipment)[])[];

/** `shipped` is in order of time, in whatever environments are watched. */
export function indexShipments(shipped: readonly Shipped[]): ShipmentIndex {
  const byEnvironment = new Map<string, (Shipped & Shipment)[]>();
  for (const one of shipped) {
    const key = one.environment.toLowerCase();
    const known = byEnvironment.get(key) ?? [];
    known.push({ ...one, atMs: Date.parse(one.at) });
    byEnvironment.set(key, known);
  }
  return [...byEnvironment.values()];
}

/** How a change reached its users: in the environment that had it first. `null`: in none of them yet. */
export function findRelease(
  index: ShipmentIndex,
  change: { readonly position: number; readonly mergedAt: string },
): Release | null {
  let first: Release | null = null;
  let firstMs = Number.POSITIVE_INFINITY;
  for (const shipments of index) {
    const runs = findRuns(shipments, change);
    const began = runs[0]?.at;
    const opener = began === undefined ? undefined : shipments.find(({ at }) => at === began);
    if (opener === undefined || opener.atMs >= firstMs) continue;
    first = { environment: opener.environment, openedBy: opener.kind, runs };
    firstMs = opener.atMs;
  }
  return first;
}
