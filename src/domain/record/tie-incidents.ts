import type { ObservedIncident } from '../improvement/observed-incident.ts';
import { resolveIncidents } from '../improvement/resolve-incidents.ts';
import type { IncidentOutline, NamedChange, RecordedIncident } from './repository-record.ts';

/** An incident before it is known which change it counts for. */
export interface UntiedIncident {
  readonly incident: IncidentOutline;
  readonly observed: ObservedIncident;
}

/** Each incident with the change that it counts for, by the rule of the evidence; by time, oldest first. */
export function tieIncidents(
  incidents: readonly UntiedIncident[],
  named: ReadonlyMap<string, NamedChange>,
  today: number,
): readonly RecordedIncident[] {
  const changes = [...named.values()].map(({ change }) => change);
  const observed = incidents.map((one) => one.observed);
  const resolved = new Map(
    resolveIncidents(changes, observed, today).incidents.map((one) => [one.incident.id, one] as const),
  );
  return incidents
    .flatMap(({ incident, observed: seen }) => {
      const found = resolved.get(seen.id);
      // A time that cannot be is no time at which anything happened.
      if (found === undefined) return [];
      const causedBy = found.cause?.change.id ?? null;
      const own = causedBy === null ? [] : (named.get(causedBy)?.projects ?? []);
      const projects = [...new Set([...own, ...incident.projects])].sort();
      return [{ incident, observed: seen, causedBy, certainty: found.certainty, projects }];
    })
    .sort((a, b) => a.observed.startedAt - b.observed.startedAt || (a.observed.id < b.observed.id ? -1 : 1));
}
