import { sql } from 'kysely';
import { StorageError } from '../../ports/storage-error.ts';
import type { Dialect, MigratableDatabase, Migration } from './migration.ts';
import { MIGRATIONS } from './migrations.ts';

/** Any number, as long as nothing else in the database uses it for a lock. */
const LOCK = 7_214_009_311;

/**
 * Takes the steps that the database has not seen, all in one transaction; gives their names.
 * Starters at the same time wait for one another: by the worker's lock on SQLite, by an advisory lock on PostgreSQL.
 * A database that has seen steps which this code does not know is refused: older code would misread it.
 */
export async function migrate(
  database: MigratableDatabase,
  dialect: Dialect,
  now: number,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<readonly string[]> {
  return database.transaction().execute(async (transaction) => {
    if (dialect === 'postgres') await sql`select pg_advisory_xact_lock(${LOCK}::bigint)`.execute(transaction);
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
      await up(transaction as never, dialect);
      await transaction.insertInto('migrations').values({ name, taken_at: now }).execute();
    }
    return missing.map(({ name }) => name);
  });
}

/** For those who may not migrate (readers, commands): throws unless the schema is exactly this code's. */
export async function requireMigrated(
  database: MigratableDatabase,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  const taken = await takenMigrations(database);
  refuseNewer(taken, migrations);
  const missing = migrations.filter(({ name }) => !taken.includes(name)).map(({ name }) => name);
  if (missing.length > 0) {
    throw new StorageError(
      `The database lacks the schema changes ${missing.join(', ')}. Start the server of this version once: it brings the database up to date.`,
    );
  }
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
