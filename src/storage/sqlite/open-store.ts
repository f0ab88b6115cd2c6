import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import { createStore } from '../create-store.ts';
import type { Tables } from '../tables.ts';
import { kyselyOver } from './kysely.ts';
import { openSqliteDatabase, type SqliteDatabase, type SqliteOptions } from './open-database.ts';

/** Throws `StorageError` when the file cannot be opened, has another worker, or is of another version. */
export async function openSqliteStore(options: SqliteOptions): Promise<Store> {
  return createSqliteStore(await openSqliteDatabase(options), options.clock);
}

/** The store over a file that is open; its `close` closes the file. */
export function createSqliteStore(database: SqliteDatabase, clock: Clock): Store {
  const reading = kyselyOver<Tables>(database.readConnection);
  const writing = kyselyOver<Tables>(database.writeConnection);
  return createStore({
    read: (work) => work(reading),
    write: (work) => database.write(() => work(writing)),
    transact: (work) => database.write(() => work(writing)),
    insertJobs: async (_, jobs, now) => database.insertJobs(jobs, null, now),
    now: clock.now,
    close: database.close,
  });
}
