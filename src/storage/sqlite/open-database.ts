import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import { StorageError, toStorageError } from '../../ports/storage-error.ts';
import { migrate, requireMigrated } from '../migrations/migrate.ts';
import type { MigrationTables } from '../migrations/migration.ts';
import { type InsertJobs, prepareInsertJobs } from './insert-jobs.ts';
import { kyselyOver } from './kysely.ts';
import { createPrivately, lockForWorker, type WorkerIdentity } from './worker-lock.ts';
import { createWriter, type Writer } from './writer.ts';

/**
 * `worker`: creates and migrates the file, writes, and is alone in that. `command`: writes in short transactions beside
 * a worker. `reader`: cannot write.
 */
export type SqliteRole = 'worker' | 'command' | 'reader';

export interface SqliteOptions {
  readonly path: string;
  readonly role: SqliteRole;
  readonly clock: Clock;
  readonly log: Log;
}

/** One database file, opened. */
export interface SqliteDatabase extends Writer {
  readonly role: SqliteRole;
  /** Sees what is committed, and never waits for a writer. */
  readonly readConnection: Database.Database;
  /** Only for work that `write` runs. */
  readonly writeConnection: Database.Database;
  readonly insertJobs: InsertJobs;
}

/** 16 MiB of write-ahead log: the same few pages of indexes change with each webhook, and are copied once for all. */
const CHECKPOINT_PAGES = 4_000;

/** For what happens before the event loop matters: opening, and changing to WAL. */
const OPENING_TIMEOUT_MS = 5_000;

/** Throws `StorageError` when the file cannot be opened, has another worker, or is of another version. */
export async function openSqliteDatabase(options: SqliteOptions): Promise<SqliteDatabase> {
  const { path, role, clock, log } = options;
  if (role !== 'worker') {
    if (!existsSync(path)) {
      throw new StorageError(`There is no database at ${path}. Start the server once: it creates the file.`);
    }
    return openFile(options, () => undefined);
  }
  createFolder(dirname(path));
  const lock = lockForWorker(path);
  if (lock === null) throw new StorageError(describeOtherWorker(path));
  try {
    createPrivately(path);
    closeToOthers(path, log);
    const database = await openFile(options, lock.release);
    await database.write((connection) => signIn(connection, clock));
    return database;
  } catch (error) {
    lock.release();
    throw toStorageError(`Cannot open ${path}`, error);
  }
}

async function openFile({ path, role, clock, log }: SqliteOptions, released: () => void): Promise<SqliteDatabase> {
  const connections: Database.Database[] = [];
  try {
    const writing = new Database(path, { timeout: OPENING_TIMEOUT_MS, readonly: role === 'reader' });
    connections.push(writing);
    if (role !== 'reader') {
      writing.pragma('journal_mode = WAL');
      writing.pragma('synchronous = FULL');
      writing.pragma('foreign_keys = ON');
      writing.pragma(`journal_size_limit = ${64 * 1024 * 1024}`);
      // Savepoints keep what they could have to undo: in memory, it costs no system calls. It is no part of durability.
      writing.pragma('temp_store = MEMORY');
      writing.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    }
    const schema = kyselyOver<MigrationTables>(writing);
    if (role === 'worker') {
      const taken = await migrate(schema, { dialect: 'sqlite' }, clock.now());
      if (taken.length > 0) log.info({ taken }, 'brought the database up to date');
    } else {
      await requireMigrated(schema, { dialect: 'sqlite' });
    }
    // From here on the writer waits by itself: SQLite's own way of waiting would stop the event loop.
    writing.pragma('busy_timeout = 0');
    const reading = new Database(path, { timeout: OPENING_TIMEOUT_MS, readonly: true });
    connections.push(reading);
    const writer = role === 'reader' ? refusingWriter(path) : createWriter(writing, log);
    return {
      ...writer,
      role,
      readConnection: reading,
      writeConnection: writing,
      insertJobs: role === 'reader' ? () => undefined : prepareInsertJobs(writing),
      close: async () => {
        await writer.close();
        // The writing connection last: it folds the write-ahead log into the file.
        reading.close();
        writing.close();
        released();
      },
    };
  } catch (error) {
    for (const connection of connections) connection.close();
    throw toStorageError(`Cannot open ${path}`, error);
  }
}

function refusingWriter(path: string): Writer {
  return {
    write: () => Promise.reject(new StorageError(`${path} was opened for reading only.`)),
    beforeCommit: () => () => undefined,
    close: () => Promise.resolve(),
  };
}

function createFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw toStorageError(`Cannot create the folder ${path}`, cause);
  }
}

/** The write-ahead log and its index get the permissions of the file itself. */
function closeToOthers(path: string, log: Log): void {
  const mode = statSync(path).mode & 0o777;
  if ((mode & 0o077) === 0) return;
  chmodSync(path, 0o600);
  for (const beside of [`${path}-wal`, `${path}-shm`]) if (existsSync(beside)) chmodSync(beside, 0o600);
  log.warn({ path, mode: mode.toString(8) }, 'the database could be read by other users; now only by its owner');
}

function signIn(connection: Database.Database, clock: Clock): void {
  connection
    .prepare('INSERT OR REPLACE INTO worker (only, pid, host, since) VALUES (1, ?, ?, ?)')
    .run(process.pid, hostname(), clock.now());
}

function describeOtherWorker(path: string): string {
  const other = readOtherWorker(path);
  const who = other
    ? `process ${other.pid} on ${other.host} since ${new Date(other.since).toISOString()}`
    : 'a process that is still starting';
  return `Another worker is at work on ${path}: ${who}. Only one worker may use a SQLite file: stop that one first, or give this one a file of its own (DATABASE_URL).`;
}

function readOtherWorker(path: string): WorkerIdentity | null {
  try {
    const connection = new Database(path, { readonly: true, timeout: 1_000 });
    try {
      const row = connection.prepare<[], WorkerIdentity>('SELECT pid, host, since FROM worker').get();
      return row ?? null;
    } finally {
      connection.close();
    }
  } catch {
    // The message is complete without it: the other one may be creating the file just now.
    return null;
  }
}
