import type { IncidentKind } from '../incident/incident-kind.ts';
import type { ChangeCell } from '../record/change-cell.ts';
import { endpointOf } from './action-subject.ts';
import type { PreparedEvidence } from './prepare-evidence.ts';
import type { RegisteredAction } from './registered-action.ts';
import { type DayTally, placeFinder, recountEvents, tallyDays } from './tally-days.ts';

export const EXPOSURES = ['merged-changes', 'deployments', 'changed-lines'] as const;
export type Exposure = (typeof EXPOSURES)[number];

const WEIGHTS = {
  'merged-changes': ({ changes }) => changes,
  deployments: ({ deployments }) => deployments,
  'changed-lines': ({ changedLines }) => changedLines,
} as const satisfies Record<Exposure, (cell: ChangeCell) => number>;

/** Exposure by the day of merge, without events. A deployment is shared out among the changes that it carried. */
export function tallyExposure({ counts, observed }: PreparedEvidence, actionId: string, exposure: Exposure): DayTally {
  return tallyDays(counts.cells, WEIGHTS[exposure], actionId, observed);
}

/**
 * Sets the events by the day of merge (the cohort clock): an incident counts for its change when it began within the
 * follow-up, in every window alike.
 */
export function tallyEvents(
  exposure: DayTally,
  { incidents }: PreparedEvidence,
  actionId: string,
  kinds: readonly IncidentKind[],
  followUpDays: number,
): DayTally {
  const placeOf = placeFinder(exposure, actionId);
  const counted = incidents.flatMap(({ incident, cause }) => {
    return cause === null || cause.lag > followUpDays || !kinds.includes(incident.kind) ? [] : [placeOf(cause.change)];
  });
  return recountEvents(exposure, counted);
}

/** The primary exposure of an action, with the events of its endpoint for any follow-up. */
export function endpointTally(
  prepared: PreparedEvidence,
  action: RegisteredAction,
): (followUpDays: number) => DayTally {
  const merged = tallyExposure(prepared, action.id, 'merged-changes');
  return (followUpDays) => tallyEvents(merged, prepared, action.id, endpointOf(action), followUpDays);
}
