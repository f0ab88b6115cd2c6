import type { Kysely } from 'kysely';
import type { NewJob } from '../ports/queue.ts';
import type { Tables } from './tables.ts';

/** How a session reaches its database: each call on its own, or all of them in one transaction. */
export interface Runner {
  readonly read: <T>(work: (database: Kysely<Tables>) => Promise<T>) => Promise<T>;
  /** For one statement that changes something: alone, it is its own transaction. */
  readonly write: <T>(work: (database: Kysely<Tables>) => Promise<T>) => Promise<T>;
  /** For several: alone, they are one transaction. */
  readonly writeAll: <T>(work: (database: Kysely<Tables>) => Promise<T>) => Promise<T>;
  readonly enqueue: (jobs: readonly NewJob[]) => Promise<void>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}
