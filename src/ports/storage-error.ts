/** The database did not do what was asked; `cause` holds the driver's error. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
}
