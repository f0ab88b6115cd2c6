import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DurableParts, openSqlite } from '../../../src/open-database.ts';
import type { QueueWorker } from '../../../src/ports/queue.ts';
import { recordingLog } from '../../support/recording-log.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { readJson } from '../support/read-json.ts';
import { runHere } from '../support/run-here.ts';
import { runHiyari } from '../support/run-hiyari.ts';

const folder = temporaryFolder();
const cwd = folder.path;
const path = join(cwd, 'data/hiyari.db');
const handled: string[] = [];
let healthy = false;
let parts: DurableParts;
let worker: QueueWorker;

beforeAll(async () => {
  mkdirSync(join(cwd, 'data'));
  parts = await openSqlite({
    path,
    role: 'worker',
    clock: { now: Date.now },
    log: recordingLog(),
    queue: { maxAttempts: 1 },
  });
  worker = parts.queue.work(async ({ kind }) => {
    if (!healthy) throw new Error('GitHub said 502\u001b[2J');
    handled.push(kind);
  });
  const delivery = {
    event: 'pull_request',
    action: 'opened',
    installationId: 1,
    repositoryId: 2,
    receivedAt: 1_767_225_600_000,
  };
  const job = { kind: 'check-pull-request', key: 'check', payload: {}, installationId: 1 };
  await parts.inbox.accept({ ...delivery, id: 'first' }, [{ ...job, lane: '2#1' }]);
  await parts.inbox.accept({ ...delivery, id: 'second' }, [{ ...job, lane: '2#2' }]);
  await parts.inbox.accept({ ...delivery, id: 'third', event: 'star', action: null }, []);
  await worker.idle();
});
afterAll(async () => {
  await worker.stop();
  await parts.store.close();
  folder.remove();
});

const inbox = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runHiyari(['inbox', ...args], { cwd, env });

/** The same in this process, over the same file. */
const inboxHere = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runHere(['inbox', ...args], {
    env,
    openInbox: async (named = path, role) => {
      const opened = await openSqlite({ path: named, role, clock: { now: Date.now }, log: recordingLog() });
      return { inbox: opened.inbox, queue: opened.queue, close: opened.store.close };
    },
  });

interface Listed {
  readonly deadJobs: readonly { readonly id: string; readonly deliveryIds: readonly string[] }[];
}

async function deadJobs(): Promise<Listed['deadJobs']> {
  const ran = await inboxHere(['list', '--state', 'dead', '--json']);
  return (readJson(ran.stdout) as unknown as Listed).deadJobs;
}

describe('hiyari inbox, beside a worker that has the database open', () => {
  it('lists deliveries and dead jobs', async () => {
    const ran = await inbox(['list', '--json']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(readJson(ran.stdout)).toMatchObject({
      schema: 'hiyari.inbox.list/1',
      counts: { waiting: 0, done: 0, dead: 2, ignored: 1 },
      deliveries: [
        { id: 'third', state: 'ignored' },
        { id: 'second', state: 'dead' },
        { id: 'first', state: 'dead' },
      ],
      deadJobs: [{ kind: 'check-pull-request' }, { kind: 'check-pull-request' }],
    });
  });

  it('shows a table for people, harmless to the terminal, with the counts on standard error', async () => {
    const ran = await inboxHere(['list', '--database', path, '--limit', '1', '--locale', 'ja']);
    expect(ran.stdout).toMatch(/^ID +状態 +イベント +受信日時 +エラー\n/);
    expect(ran.stdout).toMatch(/dead +check-pull-request 2#2 +\d{4}-.*GitHub said 502\n/);
    expect(ran.stdout).not.toContain('\u001b');
    expect(ran.stderr).toBe('待機 0、完了 0、停止 2、対象外 1\n');
  });

  it('shows only what is asked for', async () => {
    const ran = await inbox(['list', '--state', 'waiting'], { DATABASE_URL: `sqlite:${path}` });
    expect(ran).toMatchObject({ code: 0, stdout: 'Nothing here.\n' });
  });

  it('puts dead jobs back to work, which the worker then does', async () => {
    const [newest] = await deadJobs();
    healthy = true;
    const one = await inbox(['replay', newest?.id ?? '', '--json']);
    expect(readJson(one.stdout)).toEqual({ schema: 'hiyari.inbox.replay/1', replayed: 1 });
    expect(await deadJobs()).toHaveLength(1);
    const rest = await inboxHere(['replay', '--all']);
    expect(rest).toEqual({ code: 0, stdout: '1 job goes back to work.\n', stderr: '' });
    expect(await deadJobs()).toEqual([]);
    await expect.poll(() => handled, { timeout: 20_000 }).toHaveLength(2);
    const none = await inboxHere(['replay', '--all']);
    expect(none).toEqual({ code: 0, stdout: '0 jobs go back to work.\n', stderr: '' });
  });

  it.each([
    ['an id that no dead job has', ['replay', '999'], 1, /^No dead job has one of these ids: 999\./],
    ['neither ids nor --all', ['replay'], 2, /^Say which dead jobs: their ids, or --all\./],
    ['both', ['replay', '1', '--all'], 2, /^Say which dead jobs/],
    ['a state that is none', ['list', '--state', 'ded'], 2, /^--state is "ded" \(did you mean dead\?\)/],
    ['a limit that is none', ['list', '--limit', '-1'], 2, /^--limit is "-1"/],
    [
      'a file that is no database',
      ['list', '--database', join(cwd, 'words.db')],
      2,
      /^The database: Cannot open .*words\.db/,
    ],
    ['a folder', ['replay', '--all', '--database', join(cwd, 'data')], 2, /^The database: Cannot open .*data/],
  ])('refuses %s', async (_name, args, code, message) => {
    writeFileSync(join(cwd, 'words.db'), 'These are words, and no database at all. '.repeat(200));
    const ran = await inboxHere(args);
    expect(ran).toMatchObject({ code, stdout: '' });
    expect(ran.stderr).toMatch(message);
  });

  it('says that a database is not there', async () => {
    const ran = await inbox(['list', '--database', 'no.db']);
    expect(ran).toEqual({ code: 2, stdout: '', stderr: 'There is no database at no.db. Name it with --database.\n' });
  });

  it('says which database it could not find when PostgreSQL is configured', async () => {
    const ran = await inbox(['list'], { DATABASE_URL: 'postgres://db/hiyari' });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(/^The environment is set up wrongly: DATABASE_URL /);
  });
});
