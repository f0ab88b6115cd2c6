import { INCIDENT_KINDS, type IncidentKind } from '../incident/incident-kind.ts';
import { benjaminiHochberg } from '../stats/benjamini-hochberg.ts';
import { type RateRatio, rateRatio } from '../stats/rate-ratio.ts';

/** A merged change and the projects that it belongs to. */
export interface ProjectChange {
  readonly id: string;
  readonly projects: readonly string[];
}

/** An incident with the change that it counts for; `null` when none is known. */
export interface ProjectIncident {
  readonly kind: IncidentKind;
  readonly causes: readonly string[];
  readonly changeId: string | null;
}

/** One kind of incident in one project, against all changes that are not of that project. */
export interface ProjectKind {
  readonly kind: IncidentKind;
  readonly incidents: number;
  readonly elsewhere: number;
  /** Share of all linked incidents of the kind; `null` when there are none. */
  readonly share: number | null;
  /** The project's rate ÷ the rate of the rest, with its exact interval and p. */
  readonly relativeRisk: RateRatio;
  /** The central p, corrected for the kinds and projects looked at. */
  readonly adjustedP: number | null;
}

export interface CauseCount {
  readonly cause: string;
  readonly kind: IncidentKind;
  readonly incidents: number;
}

export interface ProjectComparison {
  readonly project: string;
  readonly changes: number;
  /** Share of all merged changes; `null` when nothing was merged. */
  readonly shareOfChanges: number | null;
  readonly kinds: readonly ProjectKind[];
  /** Of the project's incidents, most first. An incident with several causes is in each. */
  readonly causes: readonly CauseCount[];
}

/**
 * Which projects drive which kinds of incidents: counts, shares and the relative risk of a project's changes against
 * all others, by exposure. A change of several projects counts for each, and is never among the others of either.
 * Incidents without a cause count nowhere. Assumes Poisson counts: read clusters with care.
 */
export function compareProjects(
  projects: readonly string[],
  changes: readonly ProjectChange[],
  incidents: readonly ProjectIncident[],
): ProjectComparison[] {
  const byId = new Map(changes.map((change) => [change.id, change]));
  const linked = incidents.flatMap((incident) => {
    const change = incident.changeId === null ? undefined : byId.get(incident.changeId);
    return change ? [{ ...incident, projects: change.projects }] : [];
  });
  const compared = projects.map((project) => {
    const own = changes.filter((change) => change.projects.includes(project)).length;
    const mine = linked.filter((incident) => incident.projects.includes(project));
    const kinds = INCIDENT_KINDS.map((kind) => {
      const here = mine.filter((incident) => incident.kind === kind).length;
      const all = linked.filter((incident) => incident.kind === kind).length;
      const relativeRisk = rateRatio(
        { events: here, exposure: own },
        { events: all - here, exposure: changes.length - own },
      );
      return { kind, incidents: here, elsewhere: all - here, share: all > 0 ? here / all : null, relativeRisk };
    });
    const shareOfChanges = changes.length > 0 ? own / changes.length : null;
    return { project, changes: own, shareOfChanges, kinds, causes: countCauses(mine) };
  });
  const asked = compared.flatMap(({ kinds }) => kinds);
  const adjusted = benjaminiHochberg(
    asked.map(({ relativeRisk }) => (relativeRisk.problem === null ? relativeRisk.pCentral : null)),
  );
  return compared.map((comparison, i) => ({
    ...comparison,
    kinds: comparison.kinds.map((kind, k) => ({
      ...kind,
      adjustedP: adjusted[i * INCIDENT_KINDS.length + k] ?? null,
    })),
  }));
}

function countCauses(incidents: readonly ProjectIncident[]): CauseCount[] {
  const counts = new Map<string, { cause: string; kind: IncidentKind; incidents: number }>();
  for (const { kind, causes } of incidents) {
    for (const cause of new Set(causes)) {
      const count = counts.get(`${cause}\n${kind}`) ?? { cause, kind, incidents: 0 };
      count.incidents++;
      counts.set(`${cause}\n${kind}`, count);
    }
  }
  return [...counts.values()].sort((a, b) => b.incidents - a.incidents || (a.cause < b.cause ? -1 : 1));
}
