import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import type { Log } from '../../ports/log.ts';
import { StorageError, toStorageError } from '../../ports/storage-error.ts';
import { isBusy } from './worker-lock.ts';

/** Runs inside the transaction, on the connection that writes. It may be async, but awaits only the database. */
export type Work<T> = (connection: Database) => T | Promise<T>;

/** Runs at the end of each transaction, before the commit; what it returns runs after the commit. */
export type CommitHook = (connection: Database) => (() => void) | null;

export interface Writer {
  /** Resolves when the commit that holds `work` is on disk. `work` alone is undone when it throws. */
  readonly write: <T>(work: Work<T>) => Promise<T>;
  /** Gives what takes the hook away again. */
  readonly beforeCommit: (hook: CommitHook) => () => void;
  /** Lets what was asked before be written, and takes no more. */
  readonly close: () => Promise<void>;
}

interface Item {
  readonly work: Work<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Another process writes in short transactions: waiting longer than this means that it hangs. */
const BUSY_LIMIT_MS = 30_000;
const BUSY_PAUSE_MS = 5;
/** Bounds how long one commit can hold up the event loop. */
const BATCH_LIMIT = 1_000;
const SLOW_MS = 1_000;

/**
 * Group commit: one connection, one transaction at a time, and each transaction holds all that was asked for since the
 * last one began. The driver is synchronous, so an fsync stops the event loop; sharing it is what makes accepting
 * cheap. Every writer of the process goes through here, so two of them can never wait for each other's lock.
 */
export function createWriter(connection: Database, log: Log): Writer {
  const begin = connection.prepare('BEGIN IMMEDIATE');
  const commit = connection.prepare('COMMIT');
  const rollback = connection.prepare('ROLLBACK');
  const savepoint = connection.prepare('SAVEPOINT work');
  const release = connection.prepare('RELEASE work');
  const undo = connection.prepare('ROLLBACK TO work');

  const hooks = new Set<CommitHook>();
  let pending: Item[] = [];
  let flushing: Promise<void> | null = null;
  let closed = false;

  async function flush(): Promise<void> {
    // One turn of the event loop: all requests that have arrived are read first, and share the commit.
    await nextTurn();
    while (pending.length > 0) {
      const batch = pending.slice(0, BATCH_LIMIT);
      pending = pending.slice(BATCH_LIMIT);
      await writeBatch(batch);
      if (pending.length > 0) await nextTurn();
    }
    flushing = null;
  }

  async function writeBatch(batch: readonly Item[]): Promise<void> {
    const settle: (() => void)[] = [];
    const after: (() => void)[] = [];
    const startedAt = performance.now();
    try {
      await beginWhenFree();
      for (const { work, resolve, reject } of batch) {
        try {
          const value = await undoable(work);
          settle.push(() => resolve(value));
        } catch (error) {
          settle.push(() => reject(error));
        }
      }
      for (const hook of hooks) {
        try {
          const then = await undoable(hook);
          if (then !== null) after.push(then);
        } catch (error) {
          if (!connection.inTransaction) throw error;
          log.error({ error: String(error) }, 'what goes with a commit failed; the commit is made without it');
        }
      }
      commit.run();
    } catch (cause) {
      if (connection.inTransaction) rollback.run();
      const error = toStorageError('Nothing of a group of writes was kept', cause);
      for (const { reject } of batch) reject(error);
      return;
    }
    const tookMs = Math.round(performance.now() - startedAt);
    if (tookMs > SLOW_MS) log.warn({ tookMs, writes: batch.length }, 'a transaction held up all other writes');
    for (const then of [...settle, ...after]) then();
  }

  async function undoable<T>(work: Work<T>): Promise<T> {
    savepoint.run();
    try {
      const result = work(connection);
      const value = result instanceof Promise ? await result : result;
      release.run();
      return value;
    } catch (error) {
      // Some errors (disk full) make SQLite give up the whole transaction; then the whole group has failed.
      if (!connection.inTransaction) throw toStorageError('SQLite gave up the transaction', error);
      undo.run();
      release.run();
      throw error;
    }
  }

  async function beginWhenFree(): Promise<void> {
    const deadline = performance.now() + BUSY_LIMIT_MS;
    for (;;) {
      try {
        begin.run();
        return;
      } catch (error) {
        if (!isBusy(error) || performance.now() > deadline) throw error;
        // Not SQLite's own busy timeout: that one would stop the event loop.
        await sleep(BUSY_PAUSE_MS);
      }
    }
  }

  return {
    write: <T>(work: Work<T>) =>
      new Promise<T>((resolve, reject) => {
        if (closed) {
          reject(new StorageError('The database is closed: nothing more can be written.'));
          return;
        }
        pending.push({ work, resolve: resolve as (value: unknown) => void, reject });
        flushing ??= flush();
      }),
    beforeCommit: (hook) => {
      hooks.add(hook);
      return () => hooks.delete(hook);
    },
    close: async () => {
      closed = true;
      while (flushing !== null) await flushing;
    },
  };
}
