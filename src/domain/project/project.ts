import type { Expectation } from './expectation.ts';

/** How pull requests are told to belong: any one of these is enough. */
export interface ProjectMatch {
  readonly labels: readonly string[];
  /** Globs over the name of the head branch. */
  readonly branches: readonly string[];
  /** Ordered globs over the changed paths. */
  readonly paths: readonly string[];
  readonly milestones: readonly string[];
  readonly titlePrefixes: readonly string[];
  readonly authors: readonly string[];
  /** `organisation/team`. */
  readonly teams: readonly string[];
}

/** What a broken expectation does to the project's high-risk pull requests until its postmortem is closed. */
export const STOP_THE_LINE = ['off', 'advise', 'enforce'] as const;
export type StopTheLine = (typeof STOP_THE_LINE)[number];

export interface Project {
  readonly id: string;
  readonly title: string;
  readonly match: ProjectMatch;
  readonly expectations: readonly Expectation[];
  /** Logins and teams that agree to the expectations; empty: anybody who may maintain the repository. */
  readonly agreedBy: readonly string[];
  readonly stopTheLine: StopTheLine;
}
