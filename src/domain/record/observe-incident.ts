import { dayOf } from '../calendar.ts';
import { type DecidedAttribution, NO_CHANGE } from '../attribution/attribution.ts';
import { saysNoChange } from '../attribution/settle-links.ts';
import type { IncidentLink, ObservedIncident } from '../improvement/observed-incident.ts';
import { type IncidentKey, momentOf } from '../incident/incident.ts';
import { compileGlobs, type GlobSet, selectsPath } from '../risk/glob/compile-globs.ts';
import type { IncidentOutline } from './repository-record.ts';

/** Every glob that the configuration names, the deepest first. */
export type ConfiguredGlobs = readonly { readonly pattern: string; readonly set: GlobSet }[];

export function compileConfiguredGlobs(patterns: readonly string[]): ConfiguredGlobs {
  const depth = (pattern: string) => pattern.split('/').length;
  return [...new Set(patterns)]
    .filter((pattern) => !pattern.startsWith('!'))
    .sort((a, b) => depth(b) - depth(a) || b.length - a.length || (a < b ? -1 : 1))
    .map((pattern) => ({ pattern, set: compileGlobs([pattern]) }));
}

/** The same for every telling of it. */
export function incidentId({ source, externalId }: Pick<IncidentKey, 'source' | 'externalId'>): string {
  return `${source}:${externalId}`;
}

/**
 * An incident as the evidence counts it. What nobody classified was still reported as an incident, and counts as one.
 * Where a person said that no change caused it, no link counts.
 */
export function observeIncident(
  incident: IncidentOutline,
  attributed: DecidedAttribution | null,
  globs: ConfiguredGlobs,
): ObservedIncident {
  const noChange = incident.noChange || (attributed !== null && saysNoChange(attributed.decisions));
  return {
    id: incidentId(incident),
    kind: incident.kind ?? 'incident',
    startedAt: dayOf(momentOf(incident)),
    detectedBy: incident.detectedBy,
    links: attributed === null || noChange ? [] : linksOf(attributed),
    noChange,
    services: incident.services,
    glob: deepestGlob(incident.paths, globs),
  };
}

/** What the ranking says of each change, unless a person said something of it. */
function linksOf({ attribution, decisions }: DecidedAttribution): IncidentLink[] {
  const decided = decisions.filter(({ unit }) => unit !== NO_CHANGE);
  const judged = new Set(decided.map(({ unit }) => unit));
  return [
    ...decided.map(({ unit, verdict }) => ({
      changeId: unit,
      probability: verdict === 'confirmed' ? 1 : 0,
      state: verdict,
    })),
    ...attribution.candidates
      .filter(({ unit }) => !judged.has(unit))
      .map(({ unit, confidence }) => ({ changeId: unit, probability: confidence, state: 'candidate' as const })),
  ];
}

/** The deepest that holds all of the paths. */
function deepestGlob(paths: readonly string[], globs: ConfiguredGlobs): string | null {
  if (paths.length === 0) return null;
  return globs.find(({ set }) => paths.every((path) => selectsPath(set, path)))?.pattern ?? null;
}
