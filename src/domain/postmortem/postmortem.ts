import type { Trigger } from './trigger.ts';

/** Where its issue is. It stays known when the issue moves to another repository. */
export interface PostmortemIssue {
  readonly repositoryId: number;
  /** `null`: it is about to be opened, or the app died doing so. */
  readonly number: number | null;
}

/** Comments of ours on the issue; `null`: none is known. */
export interface PostmortemComments {
  /** The table that people fill in. We write it once. */
  readonly table: number | null;
  /** What we read in it, with the boxes. */
  readonly boxes: number | null;
}

/** Why it is over: its issue was closed, or is nowhere to be found any more. */
export const CLOSED_BY = ['closed', 'gone'] as const;
export type ClosedBy = (typeof CLOSED_BY)[number];

/** One postmortem of one project. At most one of a project is open. Times are ISO 8601 in UTC. */
export interface Postmortem {
  readonly repositoryId: number;
  readonly projectId: string;
  /** Counts the project's postmortems from 1. */
  readonly sequence: number;
  readonly openedAt: string;
  /** Since when it is open: later than `openedAt` where it was reopened. */
  readonly openSince: string;
  /** `null` while it is open. */
  readonly closedAt: string | null;
  readonly closedBy: ClosedBy | null;
  /** In the order in which they were heard; at least one. */
  readonly triggers: readonly Trigger[];
  /** How many of them people were told of: the first ones by the issue itself, later ones by comments. */
  readonly told: number;
  /** `null`: nothing was tried yet. */
  readonly issue: PostmortemIssue | null;
  readonly comments: PostmortemComments;
}

/** More causes than this are not kept: whoever asks a hundred times is heard. */
export const MAX_TRIGGERS = 100;

export function isOpen({ closedAt }: Pick<Postmortem, 'closedAt'>): boolean {
  return closedAt === null;
}

/** Names it in markers: project ids hold no space. */
export function keyOf({ repositoryId, projectId, sequence }: Postmortem): string {
  return `${repositoryId} ${projectId} ${sequence}`;
}
