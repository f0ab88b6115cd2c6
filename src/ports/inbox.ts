import type { NewJob } from './queue.ts';

/** A webhook delivery as it is kept: what happened where; the hint itself travels in its jobs. */
export interface Delivery {
  /** `X-GitHub-Delivery`. */
  readonly id: string;
  readonly event: string;
  readonly action: string | null;
  readonly installationId: number | null;
  readonly repositoryId: number | null;
  readonly receivedAt: number;
}

/** `ignored`: signed and kept, but no use case listens to it (no jobs). */
export type Acceptance = 'accepted' | 'ignored' | 'duplicate';

export const INBOX_STATES = ['waiting', 'done', 'dead', 'ignored'] as const;
export type InboxState = (typeof INBOX_STATES)[number];

export interface InboxEntry extends Delivery {
  readonly state: InboxState;
  readonly error: string | null;
}

/** The durable door: once `accept` resolves, the delivery survives a kill and is worked off once in effect. */
export interface Inbox {
  /** Stores the delivery and its jobs in one transaction (a group commit with its neighbours in time). */
  readonly accept: (delivery: Delivery, jobs: readonly NewJob[]) => Promise<Acceptance>;
  readonly has: (id: string) => Promise<boolean>;
  /** Newest first. */
  readonly list: (filter: { readonly state?: InboxState; readonly limit: number }) => Promise<readonly InboxEntry[]>;
  readonly counts: () => Promise<Readonly<Record<InboxState, number>>>;
  /** Deletes deliveries that are done or ignored and older than `before`; gives how many. */
  readonly prune: (before: number) => Promise<number>;
}
