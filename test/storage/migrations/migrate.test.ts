import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrate, requireMigrated } from '../../../src/storage/migrations/migrate.ts';
import type { MigrationTables } from '../../../src/storage/migrations/migration.ts';
import { MIGRATIONS } from '../../../src/storage/migrations/migrations.ts';
import { kyselyOver } from '../../../src/storage/sqlite/kysely.ts';

const target = { dialect: 'sqlite' } as const;
let connection: Database.Database;
beforeEach(() => {
  connection = new Database(':memory:');
});
afterEach(() => connection.close());

const tables = () =>
  connection.prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`).pluck().all();

it('takes all steps or none', async () => {
  const database = kyselyOver<MigrationTables>(connection);
  const steps = [
    ...MIGRATIONS,
    {
      name: '9998-half',
      up: async (transaction: Parameters<(typeof MIGRATIONS)[number]['up']>[0]) => {
        await sql`CREATE TABLE half (n integer)`.execute(transaction);
        await sql`SELECT 1 FROM nowhere`.execute(transaction);
      },
    },
  ];
  await expect(migrate(database, target, 5, steps)).rejects.toThrow('nowhere');
  expect(tables()).toEqual([]);
  expect(await migrate(database, target, 5)).toEqual(MIGRATIONS.map(({ name }) => name));
  expect(await migrate(database, target, 6)).toEqual([]);
  await requireMigrated(database, target);
});

it('takes only the steps that are new', async () => {
  const database = kyselyOver<MigrationTables>(connection);
  await migrate(database, target, 5, MIGRATIONS.slice(0, 1));
  await expect(requireMigrated(database, target)).rejects.toThrow(/lacks the schema changes 0002-jobs, 0003-worker, /);
  expect(await migrate(database, target, 6)).toEqual(MIGRATIONS.slice(1).map(({ name }) => name));
  expect(connection.prepare('SELECT DISTINCT taken_at FROM migrations ORDER BY 1').pluck().all()).toEqual([5, 6]);
});

it('has its steps in the order of their names, and no name twice', () => {
  const names = MIGRATIONS.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)].toSorted());
});
