import type { RecordedIncident, RepositoryRecord } from '../record/repository-record.ts';
import { dayOf } from '../calendar.ts';
import type { HotPath } from './hot-path.ts';
import { countKinds } from './kind-counts.ts';

const DAYS = 365;
const MOST = 50;

/** Where the changes that caused the last year's incidents were made; a change in several places counts in each. */
export function findHotPaths({ incidents, named }: RepositoryRecord, to: string): HotPath[] {
  const since = dayOf(to) - DAYS;
  const places = new Map<string, { readonly incidents: RecordedIncident[]; readonly units: Set<string> }>();
  for (const incident of incidents) {
    const change = incident.causedBy === null ? undefined : named.get(incident.causedBy);
    if (change === undefined || incident.observed.startedAt < since) continue;
    for (const area of new Set(change.areas)) {
      const place = places.get(area) ?? { incidents: [], units: new Set<string>() };
      place.incidents.push(incident);
      place.units.add(change.unit);
      places.set(area, place);
    }
  }
  return [...places]
    .map(([area, place]) => ({
      area,
      incidents: place.incidents.length,
      kinds: countKinds(place.incidents),
      changes: place.units.size,
    }))
    .sort((a, b) => b.incidents - a.incidents || (a.area < b.area ? -1 : 1))
    .slice(0, MOST);
}
