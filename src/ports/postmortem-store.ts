import type { Postmortem } from '../domain/postmortem/postmortem.ts';

/** The postmortems of each project. They are few, and stay. */
export interface PostmortemStore {
  /** Replaces the one of the same repository, project and sequence. */
  readonly save: (postmortem: Postmortem) => Promise<void>;
  /** Those of every project that are open, by project and sequence. */
  readonly open: (repositoryId: number) => Promise<readonly Postmortem[]>;
  /** Oldest first. */
  readonly ofProject: (repositoryId: number, projectId: string) => Promise<readonly Postmortem[]>;
  /** By the issue, wherever it is. */
  readonly atIssue: (repositoryId: number, number: number) => Promise<Postmortem | null>;
}
