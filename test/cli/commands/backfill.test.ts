import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqlite } from '../../../src/open-database.ts';
import { addPast } from '../../support/fake-github/acts/add-past.ts';
import { ensureAccount } from '../../support/fake-github/acts/ensure-account.ts';
import { type FakeGitHub, startFakeGitHub } from '../../support/fake-github/start-fake-github.ts';
import { recordingLog } from '../../support/recording-log.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { readJson } from '../support/read-json.ts';
import { runHere } from '../support/run-here.ts';
import { runHiyari } from '../support/run-hiyari.ts';

const DAY = 86_400_000;
const folder = temporaryFolder();
let github: FakeGitHub;
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  github = await startFakeGitHub({ seed: 31 });
  const { state } = github.repository('acme/shop');
  addPast(github.world, state, {
    count: 70,
    from: Date.now() - 300 * DAY,
    every: 4 * DAY,
    author: ensureAccount(github.world, 'alice'),
    reviewer: ensureAccount(github.world, 'bob'),
    bodyOf: () => 'words',
    pushEvery: 10,
  });
  env = { GITHUB_TOKEN: github.personalToken('alice'), GITHUB_API_URL: github.url };
});
afterAll(async () => {
  github.judge?.assertClean();
  await github.close();
  folder.remove();
});

const backfill = (args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
  runHiyari(['backfill', ...args], { cwd: folder.path, env: { ...env, ...more } });

describe('hiyari backfill', () => {
  it('reads the past into a database that it makes, and has nothing to do the second time', async () => {
    const path = join(folder.path, 'past.db');
    const first = await backfill(['acme/shop', '--database', path, '--json']);
    expect(first.stderr).toBe('');
    expect(readJson(first.stdout)).toMatchObject({
      repository: 'acme/shop',
      phase: 'done',
      resumed: false,
      stopped: null,
      counts: { pullRequests: 70 },
    });
    const mark = github.log.mark();
    const second = await backfill(['acme/shop', '--database', path, '--locale', 'ja']);
    expect(second).toMatchObject({ code: 0, stdout: expect.stringContaining('プルリクエスト 70 件') });
    expect(github.log.since(mark)).toHaveLength(1);
    const log = recordingLog();
    const { store } = await openSqlite({ path, role: 'reader', clock: { now: Date.now }, log });
    const always = { from: 0, to: Date.now() * 2 };
    const found = await store.exposures.touching(github.repository('acme/shop').state.id, 'app/3/', always, 100);
    expect(found.map(({ number }) => number)).toEqual([54, 4]);
    await store.close();
  });

  it('goes further back when an earlier day is asked for', async () => {
    const path = join(folder.path, 'further.db');
    const day = (days: number) => new Date(Date.now() - days * DAY).toISOString().slice(0, 10);
    const near = await backfill(['acme/shop', '--database', path, '--since', day(100), '--json']);
    const far = await backfill(['acme/shop', '--database', path, '--since', day(310), '--json']);
    const counts = (stdout: string) => readJson(stdout) as { counts: { pullRequests: number } };
    expect(counts(near.stdout).counts.pullRequests).toBeLessThan(25);
    expect(counts(far.stdout).counts.pullRequests).toBe(70);
  });

  it.each([
    [['nonsense'], '"nonsense" is no repository'],
    [[], 'is no repository'],
    [['acme/shop', 'acme/other'], 'is no repository'],
    [['acme/shop', '--since', '2026-02-30'], '--since is "2026-02-30"'],
    [['acme/shop', '--since', '2999-01-01'], 'a day of the past'],
    [['acme/shop', '--share', '0'], '--share is "0"'],
    [['acme/nowhere'], 'acme/nowhere'],
  ])('%j is told what is wrong', async (args, said) => {
    const ran = await runHere(['backfill', ...args], {
      openBackfill: async () => {
        const { createGitHubWithToken } = await import('../../../src/github/create-github-with-token.ts');
        const { createContextMemo } = await import('../../../src/usecases/base-context.ts');
        const clock = { now: Date.now };
        const log = recordingLog();
        const { store } = await openSqlite({ path: join(folder.path, 'errors.db'), role: 'worker', clock, log });
        const token = env.GITHUB_TOKEN ?? '';
        const github_ = createGitHubWithToken({ token, baseUrl: github.url, clock, log });
        return {
          github: github_,
          store,
          clock,
          contexts: createContextMemo(),
          sleep: () => Promise.resolve(),
          close: store.close,
        };
      },
    });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(said);
  });

  it('needs a token', async () => {
    expect(await backfill(['acme/shop'], { GITHUB_TOKEN: '' })).toMatchObject({ code: 2 });
  });
});
