import { chmodSync, existsSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StorageError } from '../../../src/ports/storage-error.ts';
import { MIGRATIONS } from '../../../src/storage/migrations/migrations.ts';
import { openSqliteDatabase, type SqliteDatabase, type SqliteRole } from '../../../src/storage/sqlite/open-database.ts';
import { createSqliteStore } from '../../../src/storage/sqlite/open-store.ts';
import { manualTime } from '../../support/manual-time.ts';
import { recordingLog } from '../../support/recording-log.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { sampleJob, sampleOpinion } from '../samples.ts';

const { clock } = manualTime();
let folder: ReturnType<typeof temporaryFolder>;
let path: string;
let opened: SqliteDatabase[];
let log: ReturnType<typeof recordingLog>;

beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder.path, 'data', 'hiyari.db');
  opened = [];
  log = recordingLog();
});
afterEach(async () => {
  for (const database of opened) await database.close();
  folder.remove();
});

async function open(role: SqliteRole): Promise<SqliteDatabase> {
  const database = await openSqliteDatabase({ path, role, clock, log });
  opened.push(database);
  return database;
}

const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8);

describe('a worker', () => {
  it('creates a file that only its owner may read, and so everything beside it', async () => {
    await open('worker');
    expect(['', '-wal', '-shm', '-lock'].map((ending) => modeOf(`${path}${ending}`))).toEqual(Array(4).fill('600'));
    expect(modeOf(join(folder.path, 'data'))).toBe('700');
  });

  it('closes an existing file to others, and says so', async () => {
    await (await open('worker')).close();
    opened = [];
    chmodSync(path, 0o644);
    await open('worker');
    expect(modeOf(path)).toBe('600');
    expect(log.lines.filter(({ level }) => level === 'warn')).toMatchObject([{ data: { path, mode: '644' } }]);
  });

  it('writes through to the disk', async () => {
    const { writeConnection } = await open('worker');
    expect(writeConnection.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(writeConnection.pragma('synchronous', { simple: true })).toBe(2);
    expect(writeConnection.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('refuses to be the second, and names the first', async () => {
    await open('worker');
    const second = open('worker');
    await expect(second).rejects.toBeInstanceOf(StorageError);
    await expect(second).rejects.toThrow(
      `process ${process.pid} on ${hostname()} since ${new Date(clock.now()).toISOString()}`,
    );
    await expect(open('worker')).rejects.toThrow('DATABASE_URL');
  });

  it('leaves its place when it closes', async () => {
    await (await open('worker')).close();
    opened = [];
    await expect(open('worker')).resolves.toMatchObject({ role: 'worker' });
  });

  it('refuses a file that is no database, and gives the lock back', async () => {
    await (await open('worker')).close();
    opened = [];
    writeFileSync(path, 'not a database, but long enough to have a header that is wrong'.repeat(40));
    await expect(open('worker')).rejects.toThrow(`Cannot open ${path}`);
    await expect(open('worker')).rejects.toThrow('not a database');
  });

  it('says where it could not create its file', async () => {
    writeFileSync(join(folder.path, 'data'), 'a file where the folder should be');
    await expect(open('worker')).rejects.toThrow(`Cannot create the folder ${join(folder.path, 'data')}`);
  });
});

describe('the schema', () => {
  it('is taken once, and kept with its date', async () => {
    await (await open('worker')).close();
    opened = [];
    const { readConnection } = await open('worker');
    const taken = readConnection.prepare('SELECT name, taken_at FROM migrations ORDER BY name').all();
    expect(taken).toEqual(MIGRATIONS.map(({ name }) => ({ name, taken_at: clock.now() })));
    expect(log.lines.filter(({ message }) => message.includes('up to date'))).toHaveLength(1);
  });

  it.each(['worker', 'command', 'reader'] as const)('newer than the code is refused to a %s', async (role) => {
    await (await open('worker')).close();
    opened = [];
    change("INSERT INTO migrations (name, taken_at) VALUES ('9999-future', 0)");
    await expect(open(role)).rejects.toThrow(
      'newer than this version of Hiyari: it has the schema changes 9999-future',
    );
  });

  it.each(['command', 'reader'] as const)('older than the code is not changed by a %s', async (role) => {
    await (await open('worker')).close();
    opened = [];
    change(`DELETE FROM migrations WHERE name = '${MIGRATIONS.at(-1)?.name}'`);
    await expect(open(role)).rejects.toThrow('Start the server of this version once');
  });

  it('of an empty file is not made by a command', async () => {
    await (await open('worker')).close();
    opened = [];
    writeFileSync(path, '');
    await expect(open('command')).rejects.toThrow('Start the server of this version once');
  });

  function change(statement: string): void {
    const connection = new Database(path);
    connection.exec(statement);
    connection.close();
  }
});

describe('beside a worker', () => {
  it.each(['command', 'reader'] as const)('a %s needs a file that is there', async (role) => {
    await expect(open(role)).rejects.toThrow(`There is no database at ${path}. Start the server once`);
    expect(existsSync(path)).toBe(false);
  });

  it('a reader sees what the worker wrote and cannot write', async () => {
    const worker = createSqliteStore(await open('worker'), clock);
    const reader = createSqliteStore(await open('reader'), clock);
    await worker.opinions.save(1, 1, sampleOpinion());
    expect(await reader.opinions.find(1, 1)).toEqual(sampleOpinion());
    await expect(reader.opinions.save(1, 1, sampleOpinion())).rejects.toThrow('opened for reading only');
    await expect(reader.transaction(async () => 1)).rejects.toThrow('opened for reading only');
  });

  it('a command writes between the transactions of the worker', async () => {
    const worker = createSqliteStore(await open('worker'), clock);
    const command = createSqliteStore(await open('command'), clock);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = worker.transaction(async (session) => {
      await session.opinions.save(1, 1, sampleOpinion());
      await held;
    });
    const enqueued = command.outbox.enqueue([sampleJob()]);
    setTimeout(release, 30);
    await Promise.all([slow, enqueued]);
    expect(opened[0]?.readConnection.prepare('SELECT count(*) AS jobs FROM jobs').get()).toEqual({ jobs: 1 });
  });
});
