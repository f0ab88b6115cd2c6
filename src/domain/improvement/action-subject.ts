import type { IncidentKind } from '../incident/incident-kind.ts';
import type { RegisteredAction } from './registered-action.ts';
import type { ResolvedIncident } from './resolve-incidents.ts';
import { areaOf } from './tally-days.ts';

const PRIMARY: readonly IncidentKind[] = ['regression', 'incident'];

/** The kinds that an action is judged by. */
export function endpointOf({ targets }: RegisteredAction): readonly IncidentKind[] {
  return targets.length > 0 ? targets : PRIMARY;
}

/** Incidents that the action could have prevented: caused by a change it touches, or by none known. */
export function subjectIncidents(incidents: readonly ResolvedIncident[], action: RegisteredAction): ResolvedIncident[] {
  const kinds = endpointOf(action);
  return incidents.filter(({ incident, cause }) => {
    return kinds.includes(incident.kind) && (cause === null || areaOf(cause.change, action.id) === 'subject');
  });
}
