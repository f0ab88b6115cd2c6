import type { IncidentKey } from '../domain/incident/incident.ts';
import type { RecordCells } from '../domain/record/build-cells.ts';
import type { CountedDay } from '../domain/record/counted-day.ts';
import type { NamedChange } from '../domain/record/repository-record.ts';
import type { UntiedIncident } from '../domain/record/tie-incidents.ts';

/** Whole UTC days since 1970-01-01, both ends included. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

/** What has changed since it was counted. `marks` name what was seen, so that what comes meanwhile stays marked. */
export interface StaleFacts {
  readonly days: readonly DaySpan[];
  readonly incidents: readonly Pick<IncidentKey, 'source' | 'externalId'>[];
  readonly marks: { readonly days: readonly number[]; readonly incidents: readonly number[] };
}

/**
 * What is counted of each repository, by day: it can always be counted anew from the facts. Every write of a fact marks
 * in its own transaction what it may change, and only what is marked is counted again.
 */
export interface RecordStore {
  /** Fingerprint of the definitions that it was counted with; `null`: it never was. */
  readonly definitions: (repositoryId: number) => Promise<string | null>;
  readonly stale: (repositoryId: number) => Promise<StaleFacts>;
  /** Replaces everything of a span. Several statements: call it in a transaction. */
  readonly replaceDays: (repositoryId: number, span: DaySpan, days: readonly CountedDay[]) => Promise<void>;
  /** `null` takes it out. Several statements: call it in a transaction. */
  readonly replaceIncidents: (
    repositoryId: number,
    incidents: ReadonlyMap<string, UntiedIncident | null>,
  ) => Promise<void>;
  /** It is counted with these definitions, and the marks that were seen are done. In a transaction. */
  readonly settle: (repositoryId: number, definitions: string, marks: StaleFacts['marks']) => Promise<void>;
  /** Forgets what was counted, so that all of it is counted anew. In a transaction. */
  readonly forget: (repositoryId: number) => Promise<void>;
  /** All of it up to a day, the oldest first. Traits that are equal are the same object. */
  readonly counted: (
    repositoryId: number,
    upTo: number,
  ) => Promise<RecordCells & { readonly named: readonly NamedChange[] }>;
  /** The same, day by day. */
  readonly days: (repositoryId: number, upTo: number) => Promise<readonly CountedDay[]>;
  /** Before `to` (ms), oldest first. */
  readonly incidents: (repositoryId: number, to: number) => Promise<readonly UntiedIncident[]>;
}
