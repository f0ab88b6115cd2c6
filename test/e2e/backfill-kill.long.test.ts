import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { openSqlite } from '../../src/open-database.ts';
import type { Store } from '../../src/ports/store.ts';
import { addPast } from '../support/fake-github/acts/add-past.ts';
import { ensureAccount } from '../support/fake-github/acts/ensure-account.ts';
import { seededRandom } from '../support/fake-github/state/seeded-random.ts';
import { startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import { createRequestJudge } from '../support/openapi/create-request-judge.ts';
import { recordingLog } from '../support/recording-log.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const PULL_REQUESTS = 20_000;
const INCIDENTS = 1_000;
const POSTMORTEMS = 60;
const KILLS = 10;
const DAY = 86_400_000;
const MINUTE = 60_000;

const folder = temporaryFolder();
afterAll(() => folder.remove());

it(`a backfill of ${PULL_REQUESTS} pull requests and ${INCIDENTS} incidents, killed ${KILLS} times, ends as one that was not`, async () => {
  const judge = createRequestJudge();
  // The repository is older than what is read of it.
  let age = 400 * DAY;
  const github = await startFakeGitHub({ seed: 41, judge, clock: { now: () => Date.now() - age } });
  // Two runs take more than their share of an hour's usual 5,000 points.
  github.limits.set({ limit: 100_000 });
  const scene = github.repository('acme/shop');
  const { state } = scene;
  age = 250 * DAY;
  scene.writeFile('.github/impact.yml', 'incidents: { from: { files: ["docs/postmortems/*.md"] } }');
  for (let index = 0; index < POSTMORTEMS; index += 1) {
    scene.writeFile(`docs/postmortems/${index}.md`, `# Outage ${index}\n\nStarted: 2026-01-01T10:00:00Z\n`);
  }
  for (let index = 0; index < INCIDENTS; index += 1) {
    age = 240 * DAY - index * 60 * MINUTE;
    const { number } = scene.openIssue({ title: `Down ${index}`, body: 'words', labels: ['incident'] });
    if (index % 3 > 0) scene.close(number);
  }
  age = 0;
  addPast(github.world, state, {
    count: PULL_REQUESTS,
    from: Date.now() - 300 * DAY,
    every: 20 * MINUTE,
    author: ensureAccount(github.world, 'alice'),
    reviewer: ensureAccount(github.world, 'bob'),
    bodyOf: (index) => (index % 2 === 0 ? '## Technical impact\n\nThe checkout page only.' : null),
    pushEvery: 1_000,
  });
  const token = github.personalToken('alice');
  const start = (path: string) =>
    spawn(process.execPath, [resolve('bin/hiyari.js'), 'backfill', 'acme/shop', '--database', path], {
      env: { PATH: process.env.PATH, GITHUB_TOKEN: token, GITHUB_API_URL: github.url },
      stdio: 'ignore',
    });
  /** Gives the exit code, or `null` when the process was killed after so many calls. */
  async function run(path: string, killAfter: number | null): Promise<number | null> {
    const mark = github.log.mark();
    const child = start(path);
    const ended = once(child, 'close').then(([code]) => code as number | null);
    if (killAfter !== null) {
      while (github.log.since(mark).length < killAfter && child.exitCode === null) await pause(2);
      child.kill('SIGKILL');
    }
    return ended;
  }
  async function countCalls(work: () => Promise<void>): Promise<number> {
    const mark = github.log.mark();
    await work();
    return github.log.since(mark).length;
  }

  const whole = join(folder.path, 'whole.db');
  const unkilled = await countCalls(async () => expect(await run(whole, null)).toBe(0));
  const often = join(folder.path, 'killed.db');
  const random = seededRandom(7);
  const killed = await countCalls(async () => {
    for (let kill = 0; kill < KILLS; kill += 1) {
      // Together less than the whole, so that each of them finds it at work.
      const calls = Math.ceil(((0.4 + 0.8 * random()) * unkilled) / (KILLS + 2));
      expect(await run(often, calls)).toBeNull();
    }
    expect(await run(often, null)).toBe(0);
  });
  expect(Math.abs(killed / unkilled - 1), `${killed} calls, ${unkilled} without a kill`).toBeLessThan(0.05);
  const expected = await contentOf(whole, state.id);
  // The files of the postmortems were pushed straight, and so was the configuration.
  const pushes = PULL_REQUESTS / 1_000 + POSTMORTEMS + 1;
  expect(expected).toHaveLength(PULL_REQUESTS + pushes);
  expect(await contentOf(often, state.id)).toEqual(expected);
  const incidents = await incidentsOf(whole, state.id);
  expect(incidents).toHaveLength(INCIDENTS + POSTMORTEMS);
  expect(await incidentsOf(often, state.id)).toEqual(incidents);
  judge.assertClean();
  await github.close();
}, 1_200_000);

async function contentOf(path: string, repositoryId: number): Promise<readonly unknown[]> {
  const { store } = await openSqlite({ path, role: 'reader', clock: { now: Date.now }, log: recordingLog() });
  const content = await readAll(store, repositoryId);
  await store.close();
  return content;
}

async function readAll(store: Store, repositoryId: number): Promise<readonly unknown[]> {
  const period = { from: 0, to: Date.now() * 2 };
  const found = await store.exposures.inPeriod(repositoryId, period, { after: null, limit: 1_000_000 });
  const line = await store.exposures.between(repositoryId, null, found.at(-1)?.sha ?? '');
  expect(line).toHaveLength(found.length);
  return found;
}

/** A file has no time of its own: it was told when it was read. */
async function incidentsOf(path: string, repositoryId: number): Promise<readonly unknown[]> {
  const { store } = await openSqlite({ path, role: 'reader', clock: { now: Date.now }, log: recordingLog() });
  const period = { installationId: 0, repositoryId, from: 0, to: Date.now() * 2 };
  const found = await store.incidents.between(period);
  await store.close();
  return found.map((one) => (one.source === 'postmortem' ? { ...one, reportedAt: null } : one));
}
