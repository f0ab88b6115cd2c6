import { INCIDENT_KINDS, type IncidentKind } from '../incident/incident-kind.ts';
import { benjaminiHochberg } from '../stats/benjamini-hochberg.ts';
import { type EventRate, type RateRatio, rateRatio } from '../stats/rate-ratio.ts';

/** Merged changes that belong to the same projects, counted: a cell, or a single change. */
export interface CountedChanges {
  readonly projects: readonly string[];
  readonly changes: number;
}

/** An incident with the projects of the change that it counts for; `null` when no change is known. */
export interface ProjectIncident {
  readonly kind: IncidentKind;
  readonly causes: readonly string[];
  readonly projects: readonly string[] | null;
}

/** Incidents in one project, against all changes that are not of that project. */
interface Compared {
  readonly incidents: number;
  readonly elsewhere: number;
  /** The project's rate ÷ the rate of the rest, with its exact interval and p. */
  readonly relativeRisk: RateRatio;
  /** The central p, corrected for all that was asked alike: kinds, or causes, of all projects. */
  readonly adjustedP: number | null;
}

export interface ProjectKind extends Compared {
  readonly kind: IncidentKind;
  /** Share of all linked incidents of the kind; `null` when there are none. */
  readonly share: number | null;
}

export interface ProjectCause extends Compared {
  readonly cause: string;
  readonly kind: IncidentKind;
}

export interface ProjectComparison {
  readonly project: string;
  readonly changes: number;
  /** Share of all merged changes; `null` when nothing was merged. */
  readonly shareOfChanges: number | null;
  readonly kinds: readonly ProjectKind[];
  /** Of the project's incidents, most first. An incident with several causes is in each. */
  readonly causes: readonly ProjectCause[];
}

/**
 * Which projects drive which kinds of incidents: counts, shares and the relative risk of a project's changes against
 * all others, by exposure. A change of several projects counts for each, and is never among the others of either.
 * Incidents without a cause count nowhere. Assumes Poisson counts: read clusters with care.
 */
export function compareProjects(
  projects: readonly string[],
  changes: readonly CountedChanges[],
  incidents: readonly ProjectIncident[],
): ProjectComparison[] {
  const total = changes.reduce((sum, cell) => sum + cell.changes, 0);
  const linked = incidents.filter((incident) => incident.projects !== null);
  const compared = projects.map((project) => {
    const own = changes.reduce((sum, cell) => sum + (cell.projects.includes(project) ? cell.changes : 0), 0);
    const isMine = (incident: ProjectIncident) => incident.projects?.includes(project) === true;
    const against = (asked: readonly ProjectIncident[]) =>
      compare(asked.filter(isMine).length, asked.length, { own, total });
    const kinds = INCIDENT_KINDS.map((kind) => {
      const ofKind = linked.filter((incident) => incident.kind === kind);
      const { incidents: here, ...rest } = against(ofKind);
      return { kind, incidents: here, ...rest, share: ofKind.length > 0 ? here / ofKind.length : null };
    });
    const causes = causesOf(linked.filter(isMine)).map(({ cause, kind }) => ({
      cause,
      kind,
      ...against(linked.filter((incident) => incident.kind === kind && incident.causes.includes(cause))),
    }));
    causes.sort((a, b) => b.incidents - a.incidents || (a.cause < b.cause ? -1 : 1));
    return { project, changes: own, shareOfChanges: total > 0 ? own / total : null, kinds, causes };
  });
  const kindsP = adjust(compared.flatMap(({ kinds }) => kinds));
  const causesP = adjust(compared.flatMap(({ causes }) => causes));
  return compared.map(({ kinds, causes, ...rest }) => ({
    ...rest,
    kinds: kinds.map((one) => ({ ...one, adjustedP: kindsP.get(one) ?? null })),
    causes: causes.map((one) => ({ ...one, adjustedP: causesP.get(one) ?? null })),
  }));
}

function compare(
  here: number,
  all: number,
  { own, total }: { readonly own: number; readonly total: number },
): Omit<Compared, 'adjustedP'> {
  const mine: EventRate = { events: here, exposure: own };
  const rest: EventRate = { events: all - here, exposure: total - own };
  return { incidents: here, elsewhere: all - here, relativeRisk: rateRatio(mine, rest) };
}

function causesOf(incidents: readonly ProjectIncident[]): readonly { cause: string; kind: IncidentKind }[] {
  const pairs = new Map<string, { cause: string; kind: IncidentKind }>();
  for (const { kind, causes } of incidents) for (const cause of causes) pairs.set(`${cause}\n${kind}`, { cause, kind });
  return [...pairs.values()];
}

/** A question that had no answer was none. */
function adjust<One extends { readonly relativeRisk: RateRatio }>(
  asked: readonly One[],
): ReadonlyMap<One, number | null> {
  const p = asked.map(({ relativeRisk }) => (relativeRisk.problem === null ? relativeRisk.pCentral : null));
  const adjusted = benjaminiHochberg(p);
  return new Map(asked.map((one, at) => [one, adjusted[at] ?? null]));
}
