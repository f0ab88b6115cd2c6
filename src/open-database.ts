import type { Clock } from './ports/clock.ts';
import type { Inbox } from './ports/inbox.ts';
import type { Log } from './ports/log.ts';
import type { Queue } from './ports/queue.ts';
import type { Store } from './ports/store.ts';
import { createSqliteInbox } from './queue/sqlite/create-inbox.ts';
import { createSqliteQueue } from './queue/sqlite/create-queue.ts';
import type { QueueSettings } from './queue/queue-settings.ts';
import type { Timers } from './queue/timers.ts';
import { openPostgresStore, type PostgresOptions } from './storage/postgres/open-store.ts';
import { openSqliteDatabase, type SqliteRole } from './storage/sqlite/open-database.ts';
import { createSqliteStore } from './storage/sqlite/open-store.ts';

export interface SqliteDatabaseOptions {
  readonly path: string;
  readonly role: SqliteRole;
  readonly clock: Clock;
  readonly log: Log;
  readonly queue?: Partial<QueueSettings>;
  readonly timers?: Timers;
  /** In [0, 1). */
  readonly random?: () => number;
}

/** One file, three ports. `store.close()` closes the file: stop the queue's worker first. */
export interface DurableParts {
  readonly store: Store;
  readonly inbox: Inbox;
  readonly queue: Queue;
}

/** Part of the composition roots that keep something: brings storage and queue together over one SQLite file. */
export async function openSqlite(options: SqliteDatabaseOptions): Promise<DurableParts> {
  const { clock, log, timers, random } = options;
  const database = await openSqliteDatabase(options);
  return {
    store: createSqliteStore(database, clock),
    inbox: createSqliteInbox({ database, clock }),
    queue: createSqliteQueue({
      database,
      clock,
      log,
      ...(timers && { timers }),
      ...(random && { random }),
      ...(options.queue && { settings: options.queue }),
    }),
  };
}

/**
 * PostgreSQL has a store so far; its queue and inbox are adapters still to come, and no root can do without them.
 * @public
 */
export async function openPostgres(options: PostgresOptions): Promise<{ readonly store: Store }> {
  return { store: await openPostgresStore(options) };
}
