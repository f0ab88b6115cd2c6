/** The database did not do what was asked; `cause` holds the driver's error. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
}

/** Keeps a `StorageError` as it is, and makes one of anything else. */
export function toStorageError(what: string, cause: unknown): StorageError {
  if (cause instanceof StorageError) return cause;
  return new StorageError(`${what}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
}

/** Runs what only the database can make fail. */
export async function orStorageError<T>(what: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw toStorageError(what, cause);
  }
}
