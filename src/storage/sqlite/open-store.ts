import { AsyncLocalStorage } from 'node:async_hooks';
import type { Kysely } from 'kysely';
import type { Clock } from '../../ports/clock.ts';
import { orStorageError, StorageError } from '../../ports/storage-error.ts';
import type { Store, StoreSession } from '../../ports/store.ts';
import { prune } from '../prune.ts';
import type { Runner } from '../runner.ts';
import { createSession } from '../session.ts';
import type { Tables } from '../tables.ts';
import { kyselyOver } from './kysely.ts';
import { openSqliteDatabase, type SqliteDatabase, type SqliteOptions } from './open-database.ts';

export async function openSqliteStore(options: SqliteOptions): Promise<Store> {
  return createSqliteStore(await openSqliteDatabase(options), options.clock);
}

/** The store over a database that is open; `close` closes the database. */
export function createSqliteStore(database: SqliteDatabase, clock: Clock): Store {
  const reading = kyselyOver<Tables>(database.readConnection);
  const writing = kyselyOver<Tables>(database.writeConnection);
  const inside = new AsyncLocalStorage<{ open: boolean }>();

  /** A write from within a transaction would wait for that transaction, and it for the write: refused, not hung. */
  function refuseNested(): void {
    if (inside.getStore()?.open) {
      throw new StorageError('A transaction is open here: use its session, not the store.');
    }
  }

  const runner: Runner = {
    read: (work) => orStorageError('Reading failed', () => work(reading)),
    write: (work) =>
      orStorageError('Writing failed', () => {
        refuseNested();
        return database.write(() => work(writing));
      }),
    enqueue: (jobs) =>
      orStorageError('Enqueuing failed', () => {
        refuseNested();
        return database.write(() => database.insertJobs(jobs, null, clock.now()));
      }),
    now: clock.now,
  };

  async function transaction<T>(work: (session: StoreSession) => Promise<T>): Promise<T> {
    refuseNested();
    return database.write(() => {
      const scope = { open: true };
      const session = createSession(runnerInside(scope));
      return inside.run(scope, async () => {
        try {
          return await work(session);
        } finally {
          scope.open = false;
        }
      });
    });
  }

  function runnerInside(scope: { readonly open: boolean }): Runner {
    const run = <T>(work: (database: Kysely<Tables>) => Promise<T>): Promise<T> =>
      orStorageError('A statement of a transaction failed', () => {
        if (!scope.open) throw new StorageError('The transaction of this session has ended.');
        return work(writing);
      });
    return {
      read: run,
      write: run,
      enqueue: (jobs) => run(async () => database.insertJobs(jobs, null, clock.now())),
      now: clock.now,
    };
  }

  return {
    ...createSession(runner),
    transaction,
    prune: (before) => prune(runner, before),
    close: database.close,
  };
}
