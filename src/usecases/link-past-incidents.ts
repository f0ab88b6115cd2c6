import type { Backfill } from '../domain/exposure/backfill.ts';
import { type Incident, momentOf } from '../domain/incident/incident.ts';
import type { Clock } from '../ports/clock.ts';
import type { NewJob } from '../ports/queue.ts';
import type { IncidentStore, InstalledRepository } from '../ports/store.ts';
import { attributionJob } from './attribution-job.ts';

/** Looks at one incident cost some calls each: after so many it is seen what is left of the share. */
const PAGE = 10;
/** An open incident that began this recently is at work: a comment helps. On older ones it would only make noise. */
const FRESH_MS = 7 * 24 * 60 * 60 * 1_000;

interface Place {
  readonly at: number;
  readonly source: string;
  readonly externalId: string;
}

/**
 * Asks for a look at the causes of each incident since the first day, whatever told of it: what was read may be what
 * caused it. At the end, so that each is looked at once and with all that is known, and a few at a time.
 */
export async function linkPastIncidents(
  deps: { readonly store: { readonly incidents: Pick<IncidentStore, 'between'> }; readonly clock: Clock },
  repository: InstalledRepository,
  { cursor, since }: Backfill,
): Promise<{ readonly jobs: readonly NewJob[]; readonly cursor: string | null; readonly expected: number | null }> {
  // Read with somebody's token: no App is there that could look.
  if (repository.installationId === 0) return { jobs: [], cursor: null, expected: null };
  const place: Place | null = cursor === null ? null : JSON.parse(cursor);
  const left = await deps.store.incidents.between({
    installationId: repository.installationId,
    repositoryId: repository.id,
    from: place?.at ?? Date.parse(since),
    to: deps.clock.now() + 1,
  });
  const after = place === null ? left : left.filter((incident) => isAfter(placeOf(incident), place));
  const page = after.slice(0, PAGE);
  const last = page.at(-1);
  const fresh = deps.clock.now() - FRESH_MS;
  const isQuiet = (incident: Incident) => incident.state !== 'open' || Date.parse(momentOf(incident)) < fresh;
  return {
    jobs: page.map((incident) => attributionJob(incident, null, { quiet: isQuiet(incident) })),
    cursor: after.length > PAGE && last !== undefined ? JSON.stringify(placeOf(last)) : null,
    expected: null,
  };
}

function placeOf(incident: Incident): Place {
  return { at: Date.parse(momentOf(incident)), source: incident.source, externalId: incident.externalId };
}

/** In the order in which the store gives them. */
function isAfter(one: Place, other: Place): boolean {
  if (one.at !== other.at) return one.at > other.at;
  if (one.source !== other.source) return one.source > other.source;
  return one.externalId > other.externalId;
}
