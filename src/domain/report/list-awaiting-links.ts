import type { RecordedIncident, RepositoryRecord } from '../record/repository-record.ts';
import type { AwaitingLink } from './awaiting-link.ts';
import { isoDay } from '../calendar.ts';

const SUSPECTS = 3;
const MOST = 100;

/** Incidents with suspects that nobody has confirmed or ruled out. `maySee`: whether its words may be shown here. */
export function listAwaitingLinks(
  { incidents, named }: RepositoryRecord,
  maySee: (incident: RecordedIncident) => boolean,
): AwaitingLink[] {
  return incidents
    .filter(({ certainty }) => certainty === 'likely' || certainty === 'unlinked')
    .flatMap((one): AwaitingLink[] => {
      const suspects = one.observed.links
        .filter(({ state }) => state === 'candidate')
        .sort((a, b) => b.probability - a.probability)
        .slice(0, SUSPECTS)
        .flatMap(({ changeId, probability }) => {
          const change = named.get(changeId);
          return change ? [{ unit: change.unit, number: change.number, title: change.title, probability }] : [];
        });
      if (suspects.length === 0) return [];
      const open = maySee(one);
      const { title, url } = one.incident;
      return [
        {
          title: open ? title : null,
          url: open ? url : null,
          kind: one.observed.kind,
          day: isoDay(one.observed.startedAt),
          suspects,
        },
      ];
    })
    .reverse()
    .slice(0, MOST);
}
