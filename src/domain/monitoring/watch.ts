import type { IncidentSource } from '../incident/incident.ts';
import type { RiskLevel } from '../risk/risk-level.ts';
import type { Watcher, WindowOpener } from './monitoring-window.ts';

/** A time in which users had the change. ISO 8601 in UTC. */
export interface Run {
  readonly at: string;
  /** When an older commit was shipped over it; `null` while it is out there. */
  readonly takenOutAt: string | null;
}

/** How a change reached its users. */
export interface Release {
  /** As GitHub names it; the branch, where the merge stands for the release. */
  readonly environment: string;
  readonly openedBy: WindowOpener;
  /** At least one, oldest first, at most {@link MAX_RUNS}. */
  readonly runs: readonly Run[];
}

/** A change that is taken out and shipped again more often than that is not watched by anybody. */
export const MAX_RUNS = 20;

/** What somebody with the right to say so saw. */
export interface Confirmation {
  readonly at: string;
  readonly note: string;
}

/** An incident that counts as caused by the change, when it happened, and when the cause was known. */
export interface LinkedIncident {
  readonly source: IncidentSource;
  readonly externalId: string;
  readonly happenedAt: string;
  readonly linkedAt: string;
}

/**
 * A reminder, named by the moment that it is due at. `writing`: it is about to be written, or the app died doing so;
 * `skipped`: a later one was due already.
 */
export interface Reminder {
  readonly dueAt: string;
  readonly state: 'writing' | 'sent' | 'skipped';
}

/**
 * All that is known of the watching of one merged change. The state of its window follows from these facts alone, in
 * whatever order they were learned; see `settleWatch`.
 */
export interface Watch {
  readonly repositoryId: number;
  /** `#12`. */
  readonly unit: string;
  readonly number: number;
  /** The commit that brought it to the default branch; `null` when GitHub does not know. */
  readonly sha: string | null;
  readonly mergedAt: string;
  readonly level: RiskLevel;
  /** How long it is watched: as its level asked for when it was merged. */
  readonly windowSeconds: number;
  /** What its author promised to watch, at most {@link MAX_PROMISE} characters. */
  readonly promise: string | null;
  /** The author, or the merger where the author is a bot or gone; `null` where both are. */
  readonly watcher: Watcher | null;
  /** The account that stands in when the watcher's is gone. */
  readonly deputyId: number | null;
  /** `null`: it has not reached its users yet. */
  readonly release: Release | null;
  /** By how much its writes and alarms are put off: one release can carry hundreds of changes. */
  readonly paceMs: number;
  readonly confirmation: Confirmation | null;
  readonly incidents: readonly LinkedIncident[];
  /** When a pull request that undoes it was merged. */
  readonly revertedAt: string | null;
  /**
   * The end that passed without a word. Kept as a fact: a clock that is set back must not open the window again.
   * ISO 8601 in UTC.
   */
  readonly lapsedAt: string | null;
  readonly reminders: readonly Reminder[];
  /** Our comment on the pull request. */
  readonly comment: { readonly id: number; readonly contentHash: string } | null;
}

export const MAX_PROMISE = 2_000;
export const MAX_NOTE = 500;
