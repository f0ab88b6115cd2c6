import { INCIDENT_KINDS, type IncidentKind } from '../../../src/domain/incident/incident-kind.ts';
import type { GeneratedChange, GeneratedIncident, GeneratedYear } from './generated-year.ts';

const DAY = 86_400_000;

/** How often what was seen. */
export type Counts = Readonly<Record<string, number>>;

/** What the generator knows of its year, counted the plain way: change by change, incident by incident. */
export interface YearTally {
  readonly changes: number;
  /** By risk, by verdict and by project; a change of several projects is in each. */
  readonly changesBy: Counts;
  readonly windows: Counts;
  /** By environment and state. */
  readonly deployments: Counts;
  /** Deployments that brought something new. */
  readonly carrying: number;
  /** By kind, cause and project: `regression | code | refactor`; `–` for none. One with several is in each. */
  readonly incidents: Counts;
  readonly certainty: Counts;
  /** Days from opening to the first release, ascending. */
  readonly leadTimes: readonly number[];
}

export function tallyYear({ changes, incidents, deployments }: GeneratedYear): YearTally {
  const projectsOf = projectsByUnit(changes);
  return {
    changes: changes.length,
    changesBy: count(
      changes.flatMap(({ level, exposure, accepted, projects }) => [
        `risk ${level}`,
        `verdict ${exposure.judgement?.verdict ?? null}`,
        `accepted ${accepted}`,
        ...projects.map((project) => `project ${project}`),
      ]),
    ),
    windows: count(changes.flatMap(({ fate }) => (fate === null ? [] : [fate.state]))),
    deployments: count(deployments.map(({ deployment: { environment, state } }) => `${environment} ${state}`)),
    carrying: deployments.filter(({ carries }) => carries).length,
    incidents: count(incidents.flatMap((incident) => keysOf(incident, projectsOf))),
    certainty: count(incidents.map(({ certainty }) => certainty)),
    leadTimes: leadTimesOf(changes),
  };
}

export function kindOf({ report }: Pick<GeneratedIncident, 'report'>): IncidentKind {
  return report.kind ?? 'incident';
}

/** Of an incident: those of the change that it counts for, and those that it names itself. */
export function incidentProjects(
  { causedBy, report }: Pick<GeneratedIncident, 'causedBy' | 'report'>,
  projectsOf: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const own = causedBy === null ? [] : (projectsOf.get(causedBy) ?? []);
  return [...new Set([...own, ...report.projects])].sort();
}

export function projectsByUnit(changes: readonly GeneratedChange[]): ReadonlyMap<string, readonly string[]> {
  return new Map(changes.map(({ unit, projects }) => [unit, projects] as const));
}

export function incidentKeys(kind: IncidentKind, causes: readonly string[], projects: readonly string[]): string[] {
  const orNone = (names: readonly string[]) => (names.length === 0 ? ['–'] : names);
  return orNone(causes).flatMap((cause) => orNone(projects).map((project) => `${kind} | ${cause} | ${project}`));
}

function keysOf(incident: GeneratedIncident, projectsOf: ReadonlyMap<string, readonly string[]>): string[] {
  return incidentKeys(kindOf(incident), incident.report.causes, incidentProjects(incident, projectsOf));
}

export function leadTimesOf(changes: readonly GeneratedChange[]): readonly number[] {
  return changes
    .flatMap(({ openedAt, releasedAt }) => (openedAt === null ? [] : [(releasedAt - openedAt) / DAY]))
    .sort((a, b) => a - b);
}

export function count(keys: Iterable<string>): Counts {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * What a project is expected to reach is counted over days; `from` is in them, `to` is not. Days since 1970-01-01. Later
 * incidents are not known yet; of the changes that were merged in these days all is known, also what came of them later.
 */
export interface ProjectTally {
  readonly changes: number;
  readonly failed: number;
  readonly confirmed: number;
  readonly lapsed: number;
  readonly incidents: Readonly<Record<IncidentKind, number>>;
  /** Days, ascending. */
  readonly leadTimes: readonly number[];
  /** Ascending. */
  readonly reviewRounds: readonly number[];
}

export function tallyProject(
  { changes, incidents }: GeneratedYear,
  project: string,
  { from, to }: { readonly from: number; readonly to: number },
): ProjectTally {
  const within = (ms: number) => ms >= from * DAY && ms < to * DAY;
  const own = changes.filter(({ projects, mergedAt }) => projects.includes(project) && within(mergedAt));
  const projectsOf = projectsByUnit(changes);
  const told = incidents.filter((one) => {
    return within(Date.parse(one.report.startedAt ?? '')) && incidentProjects(one, projectsOf).includes(project);
  });
  const harmful = new Set(
    incidents.flatMap((one) => {
      const kind = kindOf(one);
      const isHarm =
        (kind === 'regression' || kind === 'incident') && Date.parse(one.report.startedAt ?? '') < to * DAY;
      return one.causedBy !== null && isHarm ? [one.causedBy] : [];
    }),
  );
  const kinds = INCIDENT_KINDS.map((kind) => [kind, told.filter((one) => kindOf(one) === kind).length] as const);
  return {
    changes: own.length,
    failed: own.filter(({ unit, wasReverted }) => wasReverted || harmful.has(unit)).length,
    confirmed: own.filter(({ fate }) => fate?.state === 'done').length,
    lapsed: own.filter(({ fate }) => fate?.state === 'lapsed').length,
    incidents: Object.fromEntries(kinds) as Record<IncidentKind, number>,
    leadTimes: leadTimesOf(own),
    reviewRounds: own.flatMap(({ exposure }) => exposure.reviewRounds ?? []).sort((a, b) => a - b),
  };
}
