import { closeSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { StorageError } from '../../ports/storage-error.ts';

/** Who works on a database file. `since` is in milliseconds since the epoch. */
export interface WorkerIdentity {
  readonly pid: number;
  readonly host: string;
  readonly since: number;
}

export interface WorkerLock {
  readonly release: () => void;
}

/**
 * Takes the right to be the one worker of a database file; `null` when another process (or this one) has it.
 * The lock is the operating system's, on a file beside the database, so that it ends with its holder even by kill -9:
 * a file with a process id in it would outlive its writer and mean nothing on another host.
 */
export function lockForWorker(path: string): WorkerLock | null {
  const lockPath = `${path}-lock`;
  createPrivately(lockPath);
  let database: Database.Database | undefined;
  try {
    database = new Database(lockPath, { timeout: 0 });
    database.pragma('locking_mode = EXCLUSIVE');
    database.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    database?.close();
    if (isBusy(cause)) return null;
    throw new StorageError(`Cannot lock ${lockPath}: ${cause instanceof Error ? cause.message : String(cause)}.`, {
      cause,
    });
  }
  const held = database;
  return { release: () => held.close() };
}

/**
 * Creates a file that only its owner may read. An existing file is not opened: closing it would drop the POSIX locks
 * that SQLite holds on it in this process.
 */
export function createPrivately(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return;
    throw new StorageError(
      `Cannot create ${path}: ${(cause as Error).message}. Give the process a folder that it may write to.`,
      { cause },
    );
  }
}

export function isBusy(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED');
}
