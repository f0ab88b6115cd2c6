import type { Deployment } from '../exposure/deployment.ts';
import { findRuns } from './find-runs.ts';
import type { Release } from './watch.ts';

export type Shipped = Pick<Deployment, 'environment' | 'kind' | 'at'> & { readonly position: number | null };

/**
 * How a change reached its users: in the environment that had it first. `shipped` is in order of time, in whatever
 * environments are watched; `null`: in none of them yet.
 */
export function findRelease(
  shipped: readonly Shipped[],
  change: { readonly position: number; readonly mergedAt: string },
): Release | null {
  const byEnvironment = new Map<string, Shipped[]>();
  for (const one of shipped) {
    const key = one.environment.toLowerCase();
    const known = byEnvironment.get(key);
    if (known === undefined) byEnvironment.set(key, [one]);
    else known.push(one);
  }
  let first: Release | null = null;
  for (const shipments of byEnvironment.values()) {
    const runs = findRuns(shipments, change);
    const began = runs[0]?.at;
    if (began === undefined || (first !== null && Date.parse(first.runs[0]?.at ?? '') <= Date.parse(began))) continue;
    const opener = shipments.find(({ at }) => at === began) ?? shipments[0];
    if (opener === undefined) continue;
    first = { environment: opener.environment, openedBy: opener.kind, runs };
  }
  return first;
}
