import type { Day, DayRange } from '../improvement/day.ts';
import type { IncidentKind } from '../incident/incident-kind.ts';
import type { IncidentSource } from '../incident/incident.ts';
import type { ProjectAnalysis } from '../project/project-analysis.ts';

/** A change that an incident counts for. Nobody's name: what matters is the change. */
export interface SuspectedChange {
  readonly unit: string;
  /** `null`: it was pushed straight to the branch. */
  readonly number: number | null;
  readonly title: string;
  /** A person confirmed it as the cause of at least one incident. */
  readonly confirmed: boolean;
  readonly incidents: readonly HappenedIncident[];
  readonly mergedAt: Day;
  /** `null`: not known to have been deployed. */
  readonly deployedAt: Day | null;
  /** Where it changed things, the most changed first. */
  readonly areas: readonly string[];
  /** Whether its release was watched to the end; `null`: it was not to be watched, or something else ended that. */
  readonly watched: boolean | null;
}

export interface HappenedIncident {
  readonly kind: IncidentKind;
  readonly title: string;
  readonly at: Day;
  readonly source: IncidentSource;
  /** Of the issue or pull request of this repository that tells it; `null`: it is told elsewhere. */
  readonly number: number | null;
  readonly certainty: 'confirmed' | 'likely' | 'unlinked' | 'no-change';
  /** The unit of the change that it counts for. */
  readonly causedBy: string | null;
}

/** Whether a statement had named what was hurt. `not-said`: no statement; `cannot-tell`: the incident names no place. */
export const FORESIGHTS = ['foreseen', 'missed', 'not-said', 'cannot-tell'] as const;
export type Foresight = (typeof FORESIGHTS)[number];

export interface JudgedForesight {
  readonly incident: HappenedIncident;
  readonly change: SuspectedChange;
  readonly foresight: Foresight;
}

export type TimelineEvent =
  | { readonly at: Day; readonly kind: 'merged' | 'deployed'; readonly change: SuspectedChange }
  | { readonly at: Day; readonly kind: 'incident'; readonly incident: HappenedIncident };

/** All that is told of a project in its postmortem, counted and in order. */
export interface PostmortemAnalysis {
  readonly period: DayRange;
  /** `null`: the project is no longer configured. */
  readonly project: ProjectAnalysis | null;
  /** By time, oldest first. */
  readonly incidents: readonly HappenedIncident[];
  readonly timeline: readonly TimelineEvent[];
  /** Those of most incidents first. */
  readonly suspects: readonly SuspectedChange[];
  readonly foresight: readonly JudgedForesight[];
  /** Releases of the period's changes that were to be watched: ended by a look at them, and by nobody's. */
  readonly windows: { readonly confirmed: number; readonly lapsed: number };
}
