import type { IncidentSource } from '../incident/incident.ts';
import type { RiskLevel } from '../risk/risk-level.ts';
import type { WindowOpener } from './monitoring-window.ts';

/** How a change reached its users. Times are ISO 8601 in UTC. */
export interface Release {
  readonly environment: string;
  readonly openedBy: WindowOpener;
  readonly at: string;
  /** When an older commit was shipped over it; `null` while it is out there. */
  readonly takenOutAt: string | null;
}

/** What somebody with the right to say so saw. */
export interface Confirmation {
  readonly at: string;
  readonly note: string;
}

/** An incident that counts as caused by the change, and when that was known. */
export interface LinkedIncident {
  readonly source: IncidentSource;
  readonly externalId: string;
  readonly linkedAt: string;
}

/** A reminder, named by the moment it is due at. `commentId: null`: it is about to be written, or the app died doing so. */
export interface SentReminder {
  readonly dueAt: string;
  readonly commentId: number | null;
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
  readonly watcher: { readonly id: number; readonly login: string } | null;
  /** `null`: it has not reached its users yet. */
  readonly release: Release | null;
  readonly confirmation: Confirmation | null;
  readonly incidents: readonly LinkedIncident[];
  /** When a pull request that undoes it was merged. */
  readonly revertedAt: string | null;
  /** The end passed without a word. Kept as a fact: a clock that is set back must not open the window again. */
  readonly lapsed: boolean;
  readonly reminders: readonly SentReminder[];
  /** Our comment on the pull request. */
  readonly comment: { readonly id: number; readonly contentHash: string } | null;
}

export const MAX_PROMISE = 2_000;
export const MAX_NOTE = 500;
