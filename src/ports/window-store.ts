import type { MonitoringWindow } from '../domain/monitoring/monitoring-window.ts';
import type { Watch } from '../domain/monitoring/watch.ts';
import type { Period } from './exposure-store.ts';

/** The time in which each change is watched. One window for a change: a new release of it takes the old one's place. */
export interface WindowStore {
  /** Replaces the window of the same change. */
  readonly save: (window: MonitoringWindow) => Promise<void>;
  readonly find: (repositoryId: number, unit: string) => Promise<MonitoringWindow | null>;
  /** By unit; of those that have one. */
  readonly of: (repositoryId: number, units: readonly string[]) => Promise<ReadonlyMap<string, MonitoringWindow>>;
  /** Those in which one account is to watch, the first opened first. */
  readonly openOf: (repositoryId: number, watcherId: number) => Promise<readonly MonitoringWindow[]>;
  /** By `openedAt`, oldest first. */
  readonly inPeriod: (repositoryId: number, period: Period) => Promise<readonly MonitoringWindow[]>;
  /** In all repositories. */
  readonly countOpen: () => Promise<number>;
}

/** A watch, and where its change stands on the main line; `null` where the line does not hold it. */
export interface PlacedWatch {
  readonly watch: Watch;
  readonly position: number | null;
}

/** `dueAt`: when something has to be done next (ms), `null` for never. `settled`: no deployment changes it any more. */
export interface WatchStatus {
  readonly dueAt: number | null;
  readonly settled: boolean;
}

/** What is known of the watching of each change: what windows are worked out from. */
export interface WatchStore {
  /** Replaces the watch of the same change. */
  readonly save: (watch: Watch, status: WatchStatus) => Promise<void>;
  readonly find: (repositoryId: number, unit: string) => Promise<Watch | null>;
  readonly dueAt: (repositoryId: number, unit: string) => Promise<number | null>;
  /** Those that a deployment may change, of changes that were merged from `since` (ms) on; the oldest first. */
  readonly unsettled: (repositoryId: number, since: number) => Promise<readonly PlacedWatch[]>;
  /** Numbers of the pull requests for which something had to be done by `now` (ms). */
  readonly due: (repositoryId: number, now: number) => Promise<readonly number[]>;
  /** Those for which something is still to come. */
  readonly pending: (repositoryId: number) => Promise<readonly number[]>;
}
