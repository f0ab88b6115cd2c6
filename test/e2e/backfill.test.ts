import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unitOf } from '../../src/domain/exposure/exposure.ts';
import { addPast } from '../support/fake-github/acts/add-past.ts';
import { ensureAccount } from '../support/fake-github/acts/ensure-account.ts';
import type { SceneRepository } from '../support/fake-github/scene/scene-repository.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import { createRequestJudge } from '../support/openapi/create-request-judge.ts';
import { type RunningApp, runApp, type RunAppOptions } from '../support/run-app.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 8, 1);
const GOOD = '## Technical impact\n\nInvoices are sorted by the database; the page is slower by a millisecond.\n';
const judge = createRequestJudge();

let time = NOW;
const clock = { now: () => time };
let github: FakeGitHub;
let scene: SceneRepository;
let app: RunningApp | null = null;

beforeEach(async () => {
  time = NOW - 500 * DAY;
  github = await startFakeGitHub({ seed: 23, judge, clock });
  scene = github.repository('acme/shop', { installed: false });
  time = NOW;
});

afterEach(async () => {
  await app?.stop();
  app = null;
  await github.close();
  judge.assertClean();
});

function past(count: number, from = NOW - 100 * DAY, every = 6 * HOUR): void {
  addPast(github.world, scene.state, {
    count,
    from,
    every,
    author: ensureAccount(github.world, 'alice'),
    reviewer: ensureAccount(github.world, 'bob'),
    bodyOf: (index) => (index % 3 === 0 ? GOOD : 'words'),
    pushEvery: 50,
  });
}

/** Installing the App is what starts it. */
async function install(options: RunAppOptions = {}): Promise<RunningApp> {
  app = await runApp(github, { clock, ...options });
  const { installApp } = await import('../support/fake-github/acts/install-app.ts');
  installApp(github.world, scene.state.owner, [scene.state], ensureAccount(github.world, 'maintainer'));
  await app.settled();
  return app;
}

const id = () => scene.state.id;
const backfill = (running: RunningApp) => running.deps.store.backfills.find(id());
const all = (running: RunningApp) =>
  running.deps.store.exposures.inPeriod(id(), { from: 0, to: NOW * 2 }, { after: null, limit: 10_000 });

describe('the past of a repository, read when the App is installed', () => {
  it('comes in whole: pull requests, direct pushes, their order, deployments and releases', async () => {
    past(300);
    const deployed = scene.headOf();
    scene.deploy({ sha: deployed, environment: 'production' });
    scene.release('v1');
    const running = await install();
    const state = await backfill(running);
    expect(state).toMatchObject({
      phase: 'done',
      stopped: null,
      counts: { pullRequests: 300, directPushes: 6, deployments: 2 },
    });
    const found = await all(running);
    expect(found).toHaveLength(306);
    expect(found.filter(({ method }) => method === 'merge')).toHaveLength(43);
    const one = found.find(({ number }) => number === 1);
    expect(one).toMatchObject({
      method: 'merge',
      reviewRounds: 1,
      files: [{ path: 'app/0/file.ts' }],
      judgement: { source: 'of-its-day', verdict: 'filled', mode: 'off' },
    });
    const line = await running.deps.store.exposures.between(id(), null, deployed);
    expect(line.map(unitOf)).toEqual(found.map(unitOf));
    expect(await running.deps.store.deployments.firstWith(id(), one?.sha ?? '')).toHaveLength(2);
    const calls = github.log.since(0).filter(({ operationId }) => operationId === 'graphql').length;
    expect(calls).toBeLessThan(30);
  });

  it('goes back to a day, and reads what had been open for long before it', async () => {
    past(40, NOW - 400 * DAY, 10 * DAY);
    const running = await install();
    const found = await all(running);
    expect(found.every(({ mergedAt }) => Date.parse(mergedAt) >= NOW - 365 * DAY)).toBe(true);
    expect(found.filter(({ number }) => number !== null)).toHaveLength(36);
  });

  it('is judged with the template of its day', async () => {
    past(5, NOW - 200 * DAY, DAY);
    time = NOW - 100 * DAY;
    scene.writeFile('.github/pull_request_template.md', '## Technical impact\n\nwords of the template\n');
    const body = '## Technical impact\n\nwords of the template\n';
    const untouched = scene.openPullRequest({ body });
    scene.merge(untouched.number);
    time = NOW - 50 * DAY;
    scene.writeFile('.github/pull_request_template.md', '## Technical impact\n\nother words\n');
    const later = scene.openPullRequest({ body });
    scene.merge(later.number);
    time = NOW;
    const running = await install();
    const verdict = async (number: number) =>
      (await running.deps.store.exposures.find(id(), `#${number}`))?.judgement?.verdict;
    expect(await verdict(untouched.number)).toBe('placeholder');
    expect(await verdict(later.number)).toBe('filled');
  });

  it('of an empty repository, and of nothing when it is switched off', async () => {
    const running = await install({ backfill: { days: 0 } });
    expect(await backfill(running)).toBeNull();
  });

  it('knows reverts by what they revert', async () => {
    time = NOW - 20 * DAY;
    const { number } = scene.openPullRequest({ body: GOOD });
    scene.merge(number);
    const revert = scene.openPullRequest({ title: 'Revert "Change 1"', body: `Reverts acme/shop#${number}` });
    scene.merge(revert.number);
    time = NOW;
    const running = await install();
    expect((await running.deps.store.exposures.find(id(), `#${revert.number}`))?.judgement).toMatchObject({
      status: 'exempt',
    });
  });
});

describe('while it runs', () => {
  it('a live pull request is judged before the past is read', async () => {
    past(300);
    let judgedAfter: number | null = null;
    app = await runApp(github, { clock, queue: { concurrency: 3 } });
    github.setLatency(4);
    const { installApp } = await import('../support/fake-github/acts/install-app.ts');
    installApp(github.world, scene.state.owner, [scene.state], ensureAccount(github.world, 'maintainer'));
    await github.webhooks.settled();
    while ((await backfill(app)) === null) await new Promise((resolve) => setTimeout(resolve, 5));
    const { number } = scene.openPullRequest({ body: GOOD });
    const { sha } = scene.pullRequest(number).pull.head;
    while (judgedAfter === null) {
      if (scene.checkRuns(sha).length > 0) judgedAfter = (await backfill(app))?.counts.pages ?? 0;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await app.settled();
    const pages = (await backfill(app))?.counts.pages ?? 0;
    expect(judgedAfter).toBeLessThan(pages);
  });

  it('it leaves the rest of the hour alone, and goes on in the next', async () => {
    past(300);
    github.limits.set({ limit: 20, remaining: 20, resetAt: NOW + HOUR });
    const running = await install({ backfill: { share: 0.5 } });
    const state = await backfill(running);
    expect(state).toMatchObject({ phase: 'pull-requests', notBefore: new Date(NOW + HOUR).toISOString() });
    expect(state?.counts.points).toBeLessThanOrEqual(13);
    expect(state?.stopped).toBeNull();
  });

  it('slow answers make its pages smaller, and trouble that passes loses nothing', async () => {
    past(60);
    github.faults.next({ kind: '502', operationId: 'graphql', times: 1 });
    const running = await install();
    for (let tries = 0; (await backfill(running))?.phase !== 'done' && tries < 20; tries += 1) {
      time += 10 * 60_000;
      const { registerAllInstallations } = await import('../../src/usecases/register-installation.ts');
      await registerAllInstallations(running.deps);
      await running.settled();
    }
    expect((await all(running)).filter(({ number }) => number !== null)).toHaveLength(60);
  });

  it('a suspended installation stops it, without a dead job; it goes on when the App is back', async () => {
    past(60);
    const running = await install({ backfill: { share: 0.001 } });
    github.suspend('acme');
    time += 2 * HOUR;
    const { registerAllInstallations } = await import('../../src/usecases/register-installation.ts');
    await registerAllInstallations(running.deps);
    await running.settled();
    expect((await running.parts.queue.counts()).dead).toBe(0);
    github.suspend('acme', false);
    for (let tries = 0; (await backfill(running))?.phase !== 'done' && tries < 30; tries += 1) {
      time += 2 * HOUR;
      await registerAllInstallations(running.deps);
      await running.settled();
    }
    expect((await all(running)).filter(({ number }) => number !== null)).toHaveLength(60);
  });

  it('a rename does not disturb it', async () => {
    past(60);
    const running = await install({ backfill: { share: 0.001 } });
    scene.rename('store');
    const { registerAllInstallations } = await import('../../src/usecases/register-installation.ts');
    for (let tries = 0; (await backfill(running))?.phase !== 'done' && tries < 30; tries += 1) {
      time += 2 * HOUR;
      await registerAllInstallations(running.deps);
      await running.settled();
    }
    expect((await all(running)).filter(({ number }) => number !== null)).toHaveLength(60);
  });
});
