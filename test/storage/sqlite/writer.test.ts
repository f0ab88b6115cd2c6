import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StorageError } from '../../../src/ports/storage-error.ts';
import { createWriter, type Writer } from '../../../src/storage/sqlite/writer.ts';
import { recordingLog } from '../../support/recording-log.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let folder: ReturnType<typeof temporaryFolder>;
let connection: Database.Database;
let beside: Database.Database;
let log: ReturnType<typeof recordingLog>;
let writer: Writer;

beforeEach(() => {
  folder = temporaryFolder();
  const path = join(folder.path, 'writer.db');
  connection = new Database(path, { timeout: 0 });
  connection.pragma('journal_mode = WAL');
  connection.exec('CREATE TABLE words (word TEXT NOT NULL)');
  beside = new Database(path, { timeout: 0 });
  log = recordingLog();
  writer = createWriter(connection, log);
});
afterEach(() => {
  connection.close();
  beside.close();
  folder.remove();
});

const add = (word: string) => () => connection.prepare('INSERT INTO words VALUES (?)').run(word).changes;
const words = () => beside.prepare<[], string>('SELECT word FROM words ORDER BY rowid').pluck().all();

describe('a group of writes', () => {
  it('is written in the order in which it was asked for', async () => {
    await Promise.all([writer.write(add('a')), writer.write(async () => add('b')()), writer.write(add('c'))]);
    expect(words()).toEqual(['a', 'b', 'c']);
  });

  it('undoes only the work that throws', async () => {
    const trouble = new Error('no');
    const outcomes = await Promise.allSettled([
      writer.write(add('a')),
      writer.write(() => {
        add('half')();
        throw trouble;
      }),
      writer.write(add('c')),
    ]);
    expect(outcomes).toMatchObject([{ value: 1 }, { reason: trouble }, { value: 1 }]);
    expect(words()).toEqual(['a', 'c']);
  });

  it('waits for another process that writes, and stops nothing meanwhile', async () => {
    beside.exec('BEGIN IMMEDIATE');
    const written = writer.write(add('a'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(connection.inTransaction).toBe(false);
    beside.exec('COMMIT');
    await written;
    expect(words()).toEqual(['a']);
  });

  it('fails as one when the disk is full, and the next is written when it is not', async () => {
    await writer.write(add('before'));
    const pages = Number(connection.pragma('page_count', { simple: true }));
    connection.pragma(`max_page_count = ${pages}`);
    const outcomes = await Promise.allSettled([writer.write(add('a')), writer.write(add('x'.repeat(100_000)))]);
    expect(outcomes[1]).toMatchObject({ status: 'rejected' });
    connection.pragma('max_page_count = 100000');
    await writer.write(add('after'));
    // What was said to be written is there, and nothing else.
    expect(words()).toEqual(['before', ...(outcomes[0]?.status === 'fulfilled' ? ['a'] : []), 'after']);
  });

  it('fails as one when SQLite ends the transaction', async () => {
    const outcomes = await Promise.allSettled([
      writer.write(add('a')),
      writer.write(() => connection.exec('ROLLBACK') && connection.exec('SELECT * FROM nowhere')),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(outcomes[0]).toMatchObject({ reason: { name: 'StorageError' } });
    expect(words()).toEqual([]);
    await writer.write(add('after'));
    expect(words()).toEqual(['after']);
  });
});

describe('a hook', () => {
  it('writes in the same commit, and goes on after it', async () => {
    const order: string[] = [];
    const remove = writer.beforeCommit(() => {
      add('hook')();
      order.push(`before: ${words().length}`);
      return () => order.push(`after: ${words().length}`);
    });
    await writer.write(add('a'));
    remove();
    await writer.write(add('b'));
    expect(order).toEqual(['before: 0', 'after: 2']);
    expect(words()).toEqual(['a', 'hook', 'b']);
  });

  it('that fails takes back only what it did, and is told of', async () => {
    writer.beforeCommit(() => {
      add('hook')();
      throw new Error('no');
    });
    await writer.write(add('a'));
    expect(words()).toEqual(['a']);
    expect(log.lines).toMatchObject([{ level: 'error', data: { error: 'Error: no' } }]);
  });
});

it('writes what was asked for before it closes, and nothing after', async () => {
  const asked = writer.write(add('a'));
  await writer.close();
  await asked;
  const late = writer.write(add('b'));
  await expect(late).rejects.toBeInstanceOf(StorageError);
  await expect(late).rejects.toThrow('closed');
  expect(words()).toEqual(['a']);
});
