import type { MergedChange } from '../improvement/merged-change.ts';
import type { ObservedIncident } from '../improvement/observed-incident.ts';
import type { Incident } from '../incident/incident.ts';
import type { AtRiskSeries, ChangeCell, SpeedCell } from './change-cell.ts';

/** A change that some incident names, in full: there are as many as incidents, not as many as changes. */
export interface NamedChange {
  readonly unit: string;
  readonly number: number | null;
  readonly title: string;
  readonly projects: readonly string[];
  /** Where it changed things, the most changed first. */
  readonly areas: readonly string[];
  readonly change: MergedChange;
}

/** An incident without its words: they are read where they are shown. */
export type IncidentOutline = Omit<Incident, 'body'>;

/** An incident as the reports tell it. */
export interface RecordedIncident {
  readonly incident: IncidentOutline;
  readonly observed: ObservedIncident;
  /** The unit of the change that it counts for: confirmed, else likely enough; `null`: none. */
  readonly causedBy: string | null;
  readonly certainty: 'confirmed' | 'likely' | 'unlinked' | 'no-change';
  /** Ids of the projects of that change, and of those that the incident itself names; sorted. */
  readonly projects: readonly string[];
}

/** All that is counted of one repository: cells in the order of their days, whatever their number of changes. */
export interface RepositoryRecord {
  readonly repositoryId: number;
  readonly cells: readonly ChangeCell[];
  readonly speeds: readonly SpeedCell[];
  readonly atRisk: readonly AtRiskSeries[];
  /** By time, oldest first. */
  readonly incidents: readonly RecordedIncident[];
  readonly named: ReadonlyMap<string, NamedChange>;
  /** ISO 8601: the last look. Nothing later is in it. */
  readonly at: string;
}
