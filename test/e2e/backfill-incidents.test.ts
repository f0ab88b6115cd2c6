import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { registerAllInstallations } from '../../src/usecases/register-installation.ts';
import { ensureAccount } from '../support/fake-github/acts/ensure-account.ts';
import { installApp } from '../support/fake-github/acts/install-app.ts';
import type { SceneRepository } from '../support/fake-github/scene/scene-repository.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import { createRequestJudge } from '../support/openapi/create-request-judge.ts';
import { type RunningApp, runApp, type RunAppOptions } from '../support/run-app.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 8, 1);
const CONFIG = `incidents:
  from: { issues: { labels: [incident, outage] }, files: ["docs/postmortems/*.md"] }
`;
const judge = createRequestJudge();

let time = NOW;
/** A second passes between any two looks, and as much as a test lets. */
const clock = {
  now: () => {
    time += 1_000;
    return time;
  },
};
let github: FakeGitHub;
let scene: SceneRepository;
let app: RunningApp | null = null;

beforeEach(async () => {
  time = NOW - 500 * DAY;
  github = await startFakeGitHub({ seed: 29, judge, clock });
  scene = github.repository('acme/shop', { installed: false });
  scene.writeFile('.github/impact.yml', CONFIG);
  time = NOW - 90 * DAY;
});

afterEach(async () => {
  await app?.stop();
  app = null;
  await github.close();
  judge.assertClean();
});

async function install(options: RunAppOptions = {}, scenes: readonly SceneRepository[] = [scene]): Promise<RunningApp> {
  await app?.stop();
  app = await runApp(github, { clock, ...options });
  const owner = scene.state.owner;
  const states = scenes.map(({ state }) => state);
  if (scene.installationId === null) installApp(github.world, owner, states, ensureAccount(github.world, 'maintainer'));
  else await registerAllInstallations(app.deps);
  await app.settled();
  return app;
}

/** An issue's comments, ours among them, change when it was changed last, and tell nothing of the incident. */
const untimed = (found: Awaited<ReturnType<typeof incidents>>) => found.map((one) => ({ ...one, reportedAt: '' }));
const incidents = (running: RunningApp, of: SceneRepository | null = scene) =>
  running.deps.store.incidents.between({
    installationId: scene.installationId ?? 0,
    repositoryId: of?.state.id ?? null,
    from: 0,
    to: NOW * 2,
    states: ['open', 'resolved', 'withdrawn'],
  });
const backfill = (running: RunningApp) => running.deps.store.backfills.find(scene.state.id);
const ours = (number: number) => scene.comments(number).filter(({ user }) => user.login === 'hiyari[bot]');

/** Opens, edits, labels, closes and reopens, as a team does. */
function live(count: number): void {
  for (let index = 0; index < count; index += 1) {
    const label = index % 3 === 0 ? 'outage' : 'incident';
    const { number } = scene.openIssue({
      title: `Checkout fails ${index}`,
      body: index % 2 === 0 ? '### Kind\n\nRegression\n' : 'Started: 2026-06-20T10:00:00Z\n',
      labels: [label],
      author: index % 5 === 0 ? 'bob' : 'alice',
    });
    if (index % 4 === 0) scene.label(number, ['sev-2']);
    if (index % 4 === 1) scene.editBody(number, '### Kind\n\nInquiry\n\n### Services\n\nbilling');
    if (index % 4 === 2) scene.close(number);
    if (index % 8 === 2) scene.reopen(number);
    if (index % 9 === 8) scene.unlabel(number, label);
  }
}

describe('past incidents', () => {
  it('from issues are what live events would have recorded', async () => {
    const first = await install({ backfill: { days: 0 } });
    live(40);
    await first.settled();
    const told = (await incidents(first)).filter(({ state }) => state !== 'withdrawn');
    expect(told).toHaveLength(36);
    const second = await install();
    expect(await backfill(second)).toMatchObject({ phase: 'done', stopped: null, counts: { incidents: 36 } });
    expect(untimed(await incidents(second))).toEqual(untimed(told));
  });

  it('come in several pages, within the share, once', async () => {
    live(90);
    time = NOW;
    const mark = github.log.mark();
    const running = await install();
    const { counts } = (await backfill(running)) ?? {};
    const found = await incidents(running);
    expect(counts?.incidents).toBe(found.length);
    const calls = github.log.since(mark).filter(({ operationId }) => operationId === 'graphql').length;
    expect(counts?.points).toBeLessThanOrEqual(calls);
    const done = await backfill(running);
    expect(done?.phase).toBe('done');
    if (done !== null) await running.deps.store.backfills.save({ ...done, phase: 'issues' });
    await registerAllInstallations(running.deps);
    await running.settled();
    expect(untimed(await incidents(running))).toEqual(untimed(found));
  });

  it('that were over before the first day stay out, those that were open then come in', async () => {
    time = NOW - 450 * DAY;
    const over = scene.openIssue({ title: 'Over', labels: ['incident'] });
    scene.close(over.number);
    scene.openIssue({ title: 'Still open', labels: ['incident'] });
    time = NOW - 10 * DAY;
    scene.comment(over.number, 'Thanks!');
    scene.comment(2, 'Still there.');
    time = NOW;
    expect((await incidents(await install())).map(({ title }) => title)).toEqual(['Still open']);
  });

  it('from postmortems, with their addresses, page after page', async () => {
    for (let day = 10; day < 55; day += 1) {
      const date = new Date(NOW - day * DAY).toISOString().slice(0, 10);
      scene.writeFile(`docs/postmortems/${date}-outage.md`, `# Outage ${day}\n\nStarted: ${date}T10:00:00Z\n`);
    }
    scene.writeFile('docs/postmortems/README.md', '# How to write one');
    scene.writeFile('docs/other/2026-08-01.md', '# No postmortem');
    time = NOW;
    const found = await incidents(await install());
    expect(found).toHaveLength(45);
    expect(found.at(-1)).toMatchObject({
      source: 'postmortem',
      title: 'Outage 10',
      state: 'resolved',
      url: 'https://github.com/acme/shop/blob/main/docs/postmortems/2026-08-22-outage.md',
    });
  });

  it('emergency reverts were near misses, unless an incident explains them', async () => {
    const undo = () => {
      const { number } = scene.openPullRequest({ files: [{ path: 'app/a.ts', additions: 5, deletions: 2 }] });
      scene.merge(number);
      return () => {
        const revert = scene.openPullRequest({
          title: `Revert "Change ${number}"`,
          body: `Reverts acme/shop#${number}`,
          files: [{ path: 'app/a.ts', additions: 2, deletions: 5 }],
        });
        scene.merge(revert.number);
        return revert.number;
      };
    };
    const quickly = undo()();
    const explained = undo();
    scene.openIssue({ title: 'Down', labels: ['incident'] });
    explained();
    const late = undo();
    time += 3 * DAY;
    late();
    time = NOW;
    const found = await incidents(await install());
    expect(found.filter(({ source }) => source === 'revert')).toMatchObject([
      { kind: 'near-miss', url: `https://github.com/acme/shop/pull/${quickly}`, state: 'resolved' },
    ]);
  });

  it('of a central repository come with those that listen to it', async () => {
    const central = github.repository('acme/incidents', { installed: false });
    scene.writeFile('.github/impact.yml', 'incidents: { from: { issues: { repositories: [acme/incidents] } } }');
    central.openIssue({ title: 'Down', body: '### Repository\n\nacme/shop', labels: ['incident'] });
    scene.openIssue({ title: 'Not looked for here', labels: ['incident'] });
    time = NOW;
    const running = await install({}, [central, scene]);
    expect((await incidents(running)).map(({ title }) => title)).toEqual(['Down']);
    expect(await running.deps.store.backfills.find(central.state.id)).toMatchObject({ phase: 'done' });
  });
});

describe('what was read may be what caused them', () => {
  it('incidents are looked at when all is there; what is over or old gets no comment', async () => {
    const { number: cause } = scene.openPullRequest({ files: ['app/billing.ts'], title: 'Round differently' });
    scene.merge(cause);
    const spec = { body: `Caused by #${cause}: app/billing.ts`, labels: ['incident'] };
    const over = scene.openIssue({ title: 'Wrong totals', ...spec }).number;
    scene.close(over);
    const old = scene.openIssue({ title: 'Nobody closed it', ...spec }).number;
    time = NOW - DAY;
    const open = scene.openIssue({ title: 'Wrong totals again', ...spec }).number;
    time = NOW;
    const running = await install();
    for (const incident of await incidents(running)) {
      const found = await running.deps.store.attributions.find(incident);
      expect(found?.attribution.candidates[0]?.unit).toBe(`#${cause}`);
    }
    expect([...ours(over), ...ours(old)]).toEqual([]);
    expect(ours(open)).toHaveLength(1);
    scene.reopen(over);
    await running.settled();
    expect(ours(over)).toHaveLength(1);
  });
});

describe('postmortems', () => {
  it('are looked for when they are first configured, and leave when they are none any more', async () => {
    scene.writeFile('.github/impact.yml', 'mode: advise');
    const running = await install();
    scene.writeFile('notes/2026-08-01-outage.md', '# Outage');
    await running.settled();
    expect(await incidents(running)).toEqual([]);
    scene.writeFile('.github/impact.yml', 'incidents: { from: { files: ["notes/*.md"] } }');
    await running.settled();
    expect(await incidents(running)).toMatchObject([{ title: 'Outage', state: 'resolved' }]);
    scene.writeFile('.github/impact.yml', 'mode: advise');
    await running.settled();
    expect(await incidents(running)).toMatchObject([{ state: 'withdrawn' }]);
  });

  it('of a push whose files are not all told are searched', async () => {
    const running = await install();
    const paths = Array.from({ length: 1_001 }, (_, index) => `app/many/${index}.ts`);
    github.webhooks.hold();
    scene.pushTo('main', [...paths, 'docs/postmortems/large.md']);
    await github.webhooks.release();
    await running.settled();
    expect(await incidents(running)).toMatchObject([{ source: 'postmortem' }]);
  });
});
