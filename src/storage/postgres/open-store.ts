import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import { StorageError, toStorageError } from '../../ports/storage-error.ts';
import type { Store } from '../../ports/store.ts';
import { createStore } from '../create-store.ts';
import { migrate, requireMigrated } from '../migrations/migrate.ts';
import type { MigrationTables } from '../migrations/migration.ts';
import type { Tables } from '../tables.ts';
import { insertJobs } from './insert-jobs.ts';

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`. */
  readonly url: string;
  /** `worker` migrates; `command` and `reader` need a schema of this version; `reader` cannot write. */
  readonly role: 'worker' | 'command' | 'reader';
  readonly clock: Clock;
  readonly log: Log;
  /** 10 when absent. */
  readonly maxConnections?: number;
}

/** Everything of ours is in a schema of our own: the database may be shared with other programs. */
export const SCHEMA = 'hiyari';

const INT8 = types.builtins.INT8;
const CONNECT_TIMEOUT_MS = 10_000;
/** Our statements take milliseconds; one that takes this long waits for a lock that nobody gives back. */
const STATEMENT_TIMEOUT_MS = 30_000;

/** Throws `StorageError` when the database cannot be reached or is of another version. */
export async function openPostgresStore(options: PostgresOptions): Promise<Store> {
  const { url, role, clock, log } = options;
  const place = describePlace(url);
  const pool = new Pool({
    connectionString: url,
    max: options.maxConnections ?? 10,
    application_name: 'hiyari',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: 2 * STATEMENT_TIMEOUT_MS,
    ...(role === 'reader' && { options: '-c default_transaction_read_only=on' }),
    // The driver gives eight-byte integers as text. GitHub's ids and our times are far below 2^53.
    types: { getTypeParser: (oid, format) => (oid === INT8 ? Number : types.getTypeParser(oid, format)) },
  });
  // Without a listener, a connection that breaks while nobody uses it would end the process.
  pool.on('error', (error) => log.warn({ place, error: error.message }, 'an idle database connection broke'));
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const database = kysely.withSchema(SCHEMA);
  try {
    const schema = database as unknown as Kysely<MigrationTables>;
    const target = { dialect: 'postgres', schema: SCHEMA } as const;
    if (role === 'worker') {
      const taken = await migrate(schema, target, clock.now());
      if (taken.length > 0) log.info({ taken }, 'brought the database up to date');
    } else {
      await requireMigrated(schema, target);
    }
  } catch (cause) {
    await kysely.destroy();
    throw toStorageError(`Cannot open the PostgreSQL database ${place}`, cause);
  }

  async function transact<T>(work: (database: Kysely<Tables>) => Promise<T>): Promise<T> {
    let thrown: { readonly error: unknown } | null = null;
    try {
      return await database.transaction().execute(async (transaction) => {
        try {
          return await work(transaction);
        } catch (error) {
          thrown = { error };
          throw error;
        }
      });
    } catch (error) {
      // What the work threw is the caller's own; what else fails is the database.
      if (thrown !== null) throw (thrown as { readonly error: unknown }).error;
      throw toStorageError('A transaction failed', error);
    }
  }

  return createStore({
    read: (work) => work(database),
    write: (work) => work(database),
    transact,
    insertJobs,
    now: clock.now,
    close: () => kysely.destroy(),
  });
}

/** Host and database of an address, without the name and the password in it. */
function describePlace(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch (cause) {
    throw new StorageError(
      'The address of the database is not a URL. It looks like postgres://user:password@host:5432/database.',
      { cause },
    );
  }
}
