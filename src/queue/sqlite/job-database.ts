import type { Database } from 'better-sqlite3';
import type { NewJob } from '../../ports/queue.ts';

/** What the queue and the inbox need of an open database file; the composition root brings the two together. */
export interface JobDatabase {
  /** Resolves when the commit that holds `work` is on disk; works of one moment share the commit. */
  readonly write: <T>(work: (connection: Database) => T) => Promise<T>;
  /** `hook` runs at the end of each transaction; what it returns runs after the commit. Gives what takes it away. */
  readonly beforeCommit: (hook: (connection: Database) => (() => void) | null) => () => void;
  /** Sees what is committed. */
  readonly readConnection: Database;
  /** Only for work that `write` runs. */
  readonly writeConnection: Database;
  /** Only the worker takes jobs: it alone holds the file's lock. */
  readonly role: 'worker' | 'command' | 'reader';
  /** Inside of `write`. */
  readonly insertJobs: (jobs: readonly NewJob[], deliveryId: string | null, now: number) => void;
}
