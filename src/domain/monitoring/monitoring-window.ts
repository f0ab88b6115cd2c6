import type { RiskLevel } from '../risk/risk-level.ts';

/**
 * `open`: being watched; `done`: somebody said what was seen; `lapsed`: nobody did in time; `incident`: an incident was
 * linked while it was open; `reverted`: the change was taken back while it was open.
 */
export const WINDOW_STATES = ['open', 'done', 'lapsed', 'incident', 'reverted'] as const;
export type WindowState = (typeof WINDOW_STATES)[number];

/** What opened the window. `merge`: the repository has no deployments, so the merge stands for the release. */
export const WINDOW_OPENERS = ['deployment', 'release', 'merge'] as const;
export type WindowOpener = (typeof WINDOW_OPENERS)[number];

/** The time in which one merged change is watched after its release. Times are ISO 8601 in UTC. */
export interface MonitoringWindow {
  readonly repositoryId: number;
  /** `#12`: `unitOf` of its exposure. Direct pushes state nothing, so nobody is asked to watch them. */
  readonly unit: string;
  readonly number: number;
  readonly level: RiskLevel;
  readonly environment: string;
  readonly openedBy: WindowOpener;
  readonly openedAt: string;
  /** The end as its level asks for; a window that was re-opened counts from the new release. */
  readonly endsAt: string;
  readonly state: WindowState;
  /** When it left `open`; `null` while it is open. */
  readonly closedAt: string | null;
  /** What was seen, in the confirmer's words, cut short; with `lapsed` it came late. */
  readonly note: string | null;
  /**
   * Whose windows are counted: the author, or the merger where the author is a bot or gone; `null` where both are. The
   * login is kept only while the window is open.
   */
  readonly watcher: Watcher | null;
}

export interface Watcher {
  readonly id: number;
  readonly login: string | null;
}
