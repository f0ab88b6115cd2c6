import type { Day } from './day.ts';
import type { MergedChange } from './merged-change.ts';
import type { IncidentLink, ObservedIncident } from './observed-incident.ts';

/** A change that stands for a link, with the days from its merge to the incident. */
export interface Candidate {
  readonly change: MergedChange;
  readonly probability: number;
  readonly lag: number;
}

export interface ResolvedIncident {
  readonly incident: ObservedIncident;
  /** The change the incident is counted for: confirmed, or the likeliest at confidence ≥ .5; else `null`. */
  readonly cause: Candidate | null;
  readonly certainty: 'confirmed' | 'likely' | 'unlinked' | 'no-change';
  /** What the draws of the link error choose from. */
  readonly candidates: readonly Candidate[];
}

/** What was wrong or missing in the data, counted: nothing is dropped in silence. */
export interface DataQuality {
  readonly changes: number;
  readonly incidents: number;
  readonly duplicateIncidents: number;
  readonly duplicateChanges: number;
  /** Times that are no numbers, after the last look, or half a century before it. */
  readonly invalidTimes: number;
  readonly confirmed: number;
  readonly likely: number;
  readonly unlinked: number;
  readonly noChange: number;
  /** Links to changes that are not among the merged ones. */
  readonly unknownChanges: number;
  /** Links to changes merged after the incident began, by more than the clocks' skew. */
  readonly laterThanIncident: number;
  /** Incidents by who detected them, most first. */
  readonly detectedBy: readonly { readonly by: string | null; readonly incidents: number }[];
}

/** Clocks of different services may disagree by this many days. */
export const CLOCK_SKEW_DAYS = 1;
/** A candidate below this confidence does not count as the cause. */
export const LIKELY = 0.5;

/** Older than version control: a broken clock. */
const OLDEST_DAYS = 18_263;

/** Whether anything can have happened then: a number, not after the last look, and not half a century before it. */
export function isPossible(day: Day, today: Day): boolean {
  return day <= today && day >= today - OLDEST_DAYS;
}

export interface ResolvedData {
  readonly changes: readonly MergedChange[];
  readonly incidents: readonly ResolvedIncident[];
  readonly quality: DataQuality;
}

/**
 * Ties incidents to changes as whole counts: each incident once, at its confirmed change (of several, the likeliest,
 * then the latest merged), else at its likeliest candidate. Duplicates by id count once.
 */
export function resolveIncidents(
  changes: readonly MergedChange[],
  incidents: readonly ObservedIncident[],
  today: Day,
): ResolvedData {
  const trouble = { unknownChanges: 0, laterThanIncident: 0 };
  const timed = changes.filter(({ mergedAt }) => isPossible(mergedAt, today));
  const byId = new Map(timed.map((change) => [change.id, change]));
  const timedIncidents = incidents.filter(({ startedAt }) => isPossible(startedAt, today));
  const once = new Map(timedIncidents.map((incident) => [incident.id, incident]));
  const resolved = [...once.values()].map((incident) => resolve(incident, byId, trouble));
  const count = (certainty: ResolvedIncident['certainty']) => resolved.filter((r) => r.certainty === certainty).length;
  return {
    changes: [...byId.values()],
    incidents: resolved,
    quality: {
      changes: byId.size,
      incidents: resolved.length,
      duplicateIncidents: timedIncidents.length - once.size,
      duplicateChanges: timed.length - byId.size,
      invalidTimes: changes.length - timed.length + incidents.length - timedIncidents.length,
      confirmed: count('confirmed'),
      likely: count('likely'),
      unlinked: count('unlinked'),
      noChange: count('no-change'),
      ...trouble,
      detectedBy: detectors(resolved),
    },
  };
}

function resolve(
  incident: ObservedIncident,
  byId: ReadonlyMap<string, MergedChange>,
  trouble: { unknownChanges: number; laterThanIncident: number },
): ResolvedIncident {
  const usable: { readonly link: IncidentLink; readonly candidate: Candidate }[] = [];
  for (const link of incident.links) {
    if (link.state === 'rejected') continue;
    const change = byId.get(link.changeId);
    if (!change) {
      trouble.unknownChanges++;
      continue;
    }
    const lag = incident.startedAt - change.mergedAt;
    if (lag < -CLOCK_SKEW_DAYS) {
      trouble.laterThanIncident++;
      continue;
    }
    const probability = Math.min(1, Math.max(0, link.probability)) || 0;
    usable.push({ link, candidate: { change, probability, lag: Math.max(0, lag) } });
  }
  usable.sort(
    (a, b) =>
      b.candidate.probability - a.candidate.probability || b.candidate.change.mergedAt - a.candidate.change.mergedAt,
  );
  const confirmed = usable.find(({ link }) => link.state === 'confirmed')?.candidate;
  if (confirmed)
    return { incident, cause: confirmed, certainty: 'confirmed', candidates: [{ ...confirmed, probability: 1 }] };
  if (incident.noChange) return { incident, cause: null, certainty: 'no-change', candidates: [] };
  const candidates = usable.map(({ candidate }) => candidate);
  const top = candidates[0];
  const likely = top !== undefined && top.probability >= LIKELY;
  return { incident, cause: likely ? top : null, certainty: likely ? 'likely' : 'unlinked', candidates };
}

function detectors(resolved: readonly ResolvedIncident[]): DataQuality['detectedBy'] {
  const groups = Map.groupBy(resolved, ({ incident }) => incident.detectedBy);
  return [...groups]
    .map(([by, members]) => ({ by, incidents: members.length }))
    .sort((a, b) => b.incidents - a.incidents || String(a.by).localeCompare(String(b.by), 'en'));
}
