import { StorageError } from '../ports/storage-error.ts';

/** Where a document is kept, for messages. */
export interface Place {
  readonly table: string;
  /** Column names and values of the key. */
  readonly key: Readonly<Record<string, string | number>>;
}

/** JSON text escapes NUL and lone surrogates, so that both databases take every string. */
export function toDocument(value: object): string {
  return JSON.stringify(value);
}

/**
 * Reads a document back. We wrote it ourselves, so its inside is trusted; but disks fail and people edit rows, and then
 * the message must name the row. `fields` are those whose absence shows that this is another kind of document.
 */
export function fromDocument<T extends object>(text: string, place: Place, fields: readonly (keyof T & string)[]): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw damaged(place, 'it is not JSON', cause);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw damaged(place, 'it is not an object');
  for (const field of fields) {
    if (!Object.hasOwn(value, field)) throw damaged(place, `it has no "${field}"`);
  }
  return value as T;
}

/** As `fromDocument`, for a document that is a list. */
export function fromListDocument<T extends object>(text: string, place: Place): readonly T[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw damaged(place, 'it is not JSON', cause);
  }
  if (!Array.isArray(value)) throw damaged(place, 'it is not a list');
  return value as readonly T[];
}

function damaged(place: Place, what: string, cause?: unknown): StorageError {
  const key = Object.entries(place.key).map(([column, value]) => `${column} = ${JSON.stringify(value)}`);
  return new StorageError(
    `The row of table ${place.table} where ${key.join(' and ')} is damaged: ${what}. Restore it from a backup, or delete it and let it be read from GitHub again.`,
    { cause },
  );
}
