import { AsyncLocalStorage } from 'node:async_hooks';
import type { Kysely } from 'kysely';
import type { NewJob } from '../ports/queue.ts';
import { orStorageError, StorageError } from '../ports/storage-error.ts';
import type { Store, StoreSession } from '../ports/store.ts';
import { prune } from './prune.ts';
import type { Runner } from './runner.ts';
import { createSession } from './session.ts';
import type { Tables } from './tables.ts';

type Work<T> = (database: Kysely<Tables>) => Promise<T>;

/** What the dialects do differently. Errors of the driver may come as they are; those of `transact`'s work must. */
export interface Backend {
  /** Sees what is committed. */
  readonly read: <T>(work: Work<T>) => Promise<T>;
  /** For one statement that changes something. */
  readonly write: <T>(work: Work<T>) => Promise<T>;
  readonly transact: <T>(work: Work<T>) => Promise<T>;
  /** `database` is what `write` or `transact` gave. */
  readonly insertJobs: (database: Kysely<Tables>, jobs: readonly NewJob[], now: number) => Promise<void>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly close: () => Promise<void>;
}

/** The store over a database that is open and migrated. */
export function createStore(backend: Backend): Store {
  const { read, write, transact, insertJobs, now, close } = backend;
  const inside = new AsyncLocalStorage<{ open: boolean }>();

  /** A write from within a transaction would wait for that transaction, and it for the write: refused, not hung. */
  function refuseNested(): void {
    if (inside.getStore()?.open) {
      throw new StorageError('A transaction is open here: use its session, not the store.');
    }
  }

  function writeAlone<T>(work: Work<T>): Promise<T> {
    return orStorageError('Writing failed', () => {
      refuseNested();
      return write(work);
    });
  }

  const runner: Runner = {
    read: (work) => orStorageError('Reading failed', () => read(work)),
    write: writeAlone,
    writeAll: (work) =>
      orStorageError('Writing failed', () => {
        refuseNested();
        return transact(work);
      }),
    enqueue: (jobs) => writeAlone((database) => insertJobs(database, jobs, now())),
    now,
  };

  function runnerOf(database: Kysely<Tables>, scope: { readonly open: boolean }): Runner {
    function run<T>(work: Work<T>): Promise<T> {
      return orStorageError('A statement of a transaction failed', () => {
        if (!scope.open) throw new StorageError('The transaction of this session has ended.');
        return work(database);
      });
    }
    return {
      read: run,
      write: run,
      writeAll: run,
      enqueue: (jobs) => run(() => insertJobs(database, jobs, now())),
      now,
    };
  }

  async function transaction<T>(work: (session: StoreSession) => Promise<T>): Promise<T> {
    refuseNested();
    return transact((database) => {
      const scope = { open: true };
      return inside.run(scope, async () => {
        try {
          return await work(createSession(runnerOf(database, scope)));
        } finally {
          scope.open = false;
        }
      });
    });
  }

  return { ...createSession(runner), transaction, prune: (before) => prune(runner, before), close };
}
