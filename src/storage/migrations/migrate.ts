import { sql } from 'kysely';
import { StorageError } from '../../ports/storage-error.ts';
import type { MigratableDatabase, Migration } from './migration.ts';
import { MIGRATIONS } from './migrations.ts';

/** Any number, as long as nothing else in the database uses it for a lock. */
const LOCK = 7_214_009_311;

export type MigrationTarget =
  | { readonly dialect: 'sqlite' }
  | { readonly dialect: 'postgres'; readonly schema: string };

/**
 * Takes the steps that the database has not seen, all in one transaction; gives their names.
 * Starters at the same time wait for one another: by the worker's lock on SQLite, by an advisory lock on PostgreSQL.
 * A database that has seen steps which this code does not know is refused: older code would misread it.
 */
export async function migrate(
  database: MigratableDatabase,
  target: MigrationTarget,
  now: number,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<readonly string[]> {
  return database.transaction().execute(async (transaction) => {
    if (target.dialect === 'postgres') {
      await sql`select pg_advisory_xact_lock(${LOCK}::bigint)`.execute(transaction);
      await createSchema(transaction, target.schema);
    }
    await transaction.schema
      .createTable('migrations')
      .ifNotExists()
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('taken_at', 'bigint', (column) => column.notNull())
      .execute();
    const taken = await takenMigrations(transaction);
    refuseNewer(taken, migrations);
    const missing = migrations.filter(({ name }) => !taken.includes(name));
    for (const { name, up } of missing) {
      await up(transaction as never, target.dialect);
      await transaction.insertInto('migrations').values({ name, taken_at: now }).execute();
    }
    return missing.map(({ name }) => name);
  });
}

/** For those who may not migrate (readers, commands): throws unless the schema is exactly this code's. */
export async function requireMigrated(
  database: MigratableDatabase,
  target: MigrationTarget,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  const taken = (await hasMigrations(database, target)) ? await takenMigrations(database) : [];
  refuseNewer(taken, migrations);
  const missing = migrations.filter(({ name }) => !taken.includes(name)).map(({ name }) => name);
  if (missing.length > 0) {
    throw new StorageError(
      `The database lacks the schema changes ${missing.join(', ')}. Start the server of this version once: it brings the database up to date.`,
    );
  }
}

/** A database that was never opened by a worker has no table of steps. */
async function hasMigrations(database: MigratableDatabase, target: MigrationTarget): Promise<boolean> {
  const { rows } =
    target.dialect === 'sqlite'
      ? await sql`select 1 from sqlite_master where type = 'table' and name = 'migrations'`.execute(database)
      : await sql`select 1 where to_regclass(${`${target.schema}.migrations`}) is not null`.execute(database);
  return rows.length > 0;
}

async function takenMigrations(database: MigratableDatabase): Promise<readonly string[]> {
  const rows = await database.selectFrom('migrations').select('name').orderBy('name').execute();
  return rows.map(({ name }) => name);
}

function refuseNewer(taken: readonly string[], migrations: readonly Migration[]): void {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = taken.filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new StorageError(
    `The database is newer than this version of Hiyari: it has the schema changes ${unknown.join(', ')}, this version knows up to ${migrations.at(-1)?.name ?? 'none'}. Run the newer version, or restore a backup from before the upgrade.`,
  );
}

/** Looked for first: `create schema if not exists` needs a permission even when the schema is there. */
async function createSchema(database: MigratableDatabase, schema: string): Promise<void> {
  const { rows } = await sql`select 1 from pg_catalog.pg_namespace where nspname = ${schema}`.execute(database);
  if (rows.length === 0) await database.schema.createSchema(schema).execute();
}
