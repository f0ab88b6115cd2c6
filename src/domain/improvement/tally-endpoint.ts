import type { DayRange } from './day.ts';
import type { MergedChange } from './merged-change.ts';
import type { IncidentKind } from '../incident/incident-kind.ts';
import type { ResolvedData } from './resolve-incidents.ts';
import { type DayTally, tallyDays } from './tally-days.ts';

export const EXPOSURES = ['merged-changes', 'deployments', 'changed-lines'] as const;
export type Exposure = (typeof EXPOSURES)[number];

/**
 * Exposure and events by the day of merge (the cohort clock): an incident counts for its change when it began within
 * the follow-up, in every window alike. A deployment is shared out among the changes that it carried.
 */
export function tallyEndpoint(
  { changes, incidents, observed }: ResolvedData & { readonly observed: DayRange },
  actionId: string,
  kinds: readonly IncidentKind[],
  followUpDays: number,
  exposure: Exposure,
): DayTally {
  const events = new Map<MergedChange, number>();
  for (const { incident, cause } of incidents) {
    if (cause === null || cause.lag > followUpDays || !kinds.includes(incident.kind)) continue;
    events.set(cause.change, (events.get(cause.change) ?? 0) + 1);
  }
  const weigh = weigher(changes, exposure);
  const weighted = changes.map((change) => ({ change, exposure: weigh(change), events: events.get(change) ?? 0 }));
  return tallyDays(weighted, actionId, observed);
}

function weigher(changes: readonly MergedChange[], exposure: Exposure): (change: MergedChange) => number {
  if (exposure === 'merged-changes') return () => 1;
  if (exposure === 'changed-lines') return ({ changedLines }) => Math.max(0, changedLines ?? 0);
  const carried = new Map<number, number>();
  for (const { deployedAt } of changes) {
    if (deployedAt !== null) carried.set(deployedAt, (carried.get(deployedAt) ?? 0) + 1);
  }
  return ({ deployedAt }) => (deployedAt === null ? 0 : 1 / (carried.get(deployedAt) ?? 1));
}
