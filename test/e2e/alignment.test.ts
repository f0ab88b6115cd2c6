import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SceneRepository } from '../support/fake-github/scene/scene-repository.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import { createRequestJudge } from '../support/openapi/create-request-judge.ts';
import { type RunningApp, runApp } from '../support/run-app.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { sweepAll } from '../../src/usecases/sweep-all.ts';

const DAY = 24 * 60 * 60 * 1_000;
const judge = createRequestJudge();
let time = Date.UTC(2026, 8, 1);
const clock = {
  now: () => {
    time += 1_000;
    return time;
  },
};
let github: FakeGitHub;
let app: RunningApp;
let scene: SceneRepository;
let folder: ReturnType<typeof temporaryFolder>;
const start = () => runApp(github, { clock, databasePath: join(folder.path, 'hiyari.db') });

function config(targets: string, agreedBy = 'agreed-by: [ada, acme/leads]'): string {
  return `projects:\n  ledger:\n    title: The ledger\n    match: { labels: [ledger] }\n    expect: ${targets}\n    ${agreedBy}\n`;
}
const FIRST = '{ near-misses-per-28d: 3, monitored: 95% }';

beforeEach(async () => {
  time = Date.UTC(2026, 8, 1);
  github = await startFakeGitHub({ seed: 5, judge, clock });
  folder = temporaryFolder();
  app = await start();
  scene = github.repository('acme/shop');
  github.team('acme', 'leads', ['lisa', 'mona']);
  for (const login of ['ada', 'lisa', 'mona', 'eve']) scene.setPermission(login, 'write');
});
afterEach(async () => {
  await app.stop();
  await github.close();
  folder.remove();
  judge.assertClean();
});

async function configure(text: string): Promise<void> {
  scene.writeFile('.github/impact.yml', text);
  await app.converged();
}
const issues = () => [...scene.state.issues.values()].filter(({ pull }) => pull === null);
const only = () => {
  const [issue, ...others] = issues();
  if (issue === undefined || others.length > 0) throw new Error(`there are ${issues().length} issues`);
  return issue;
};
const body = () => only().body ?? '';
const tick = (text: string) => text.replace('- [ ]', '- [x]');
const replies = (number: number) => scene.comments(number).filter(({ byApp }) => byApp);
const agreements = async () =>
  (await app.deps.store.agreements.of(scene.state.id, 'ledger')).map(({ login, speaksFor }) => [login, ...speaksFor]);

describe('the issue in which targets are agreed on', () => {
  it('is opened once, and lists what is measured, proposed and agreed', async () => {
    await configure(config(FIRST));
    await sweepAll(app.deps, 'hourly');
    await app.converged();
    expect(only().title).toBe('What is expected of The ledger');
    expect(body()).toContain('| Near misses per 28 days | 0 (0–3.7) | ≤ 3 | – |');
    expect(body()).toContain('- ⬜ `ada`\n- ⬜ `acme/leads`');
  });

  it('records who agrees, by box and by command, until all have', async () => {
    await configure(config(FIRST));
    const { number } = only();
    scene.editBody(number, tick(body()), 'ada');
    await app.converged();
    expect(body()).toContain('- ✅ `ada`, 2026-09-01\n- ⬜ `acme/leads`');
    expect(body()).toContain('- [ ] <!-- hiyari:agree');
    const { id } = scene.comment(number, '/impact agree', 'mona');
    await app.converged();
    expect(await agreements()).toEqual([
      ['ada', 'ada'],
      ['mona', 'acme/leads'],
    ]);
    expect(body()).toContain('- ✅ `mona` (`acme/leads`), 2026-09-01');
    expect(body()).toContain('Everybody who was asked has agreed');
    expect(body()).toContain('| ≤ 3 | ≤ 3 |');
    expect(
      scene
        .comments(number)
        .find((one) => one.id === id)
        ?.reactions.map(({ content }) => content),
    ).toEqual(['+1']);
    expect(replies(number)).toHaveLength(0);
  });

  it('answers whoever is not named, once, and is not moved by them', async () => {
    await configure(config(FIRST));
    const { number } = only();
    const before = body();
    for (let i = 0; i < 2; i += 1) {
      scene.editBody(number, tick(body()), 'eve');
      await app.converged();
    }
    scene.comment(number, '/impact agree', 'eve');
    await app.converged();
    expect(body()).toBe(before);
    expect(await agreements()).toEqual([]);
    expect(replies(number).map((one) => one.body.split('\n')[1])).toEqual([
      'This was not recorded: the configuration asks `ada` and `acme/leads` to agree to these targets.',
      'This was not recorded: the configuration asks `ada` and `acme/leads` to agree to these targets.',
    ]);
  });

  it('takes a tick for the word of whoever made it, and not of who edits the issue next', async () => {
    await configure(config(FIRST));
    const { number } = only();
    github.webhooks.hold();
    scene.editBody(number, tick(body()), 'eve');
    scene.editTitle(number, 'What is expected of the Ledger', 'ada');
    scene.editBody(number, `${body()}\nA typo less.`, 'ada');
    const held = github.webhooks.takeHeld();
    github.webhooks.release();
    for (const delivery of held) await github.webhooks.send(delivery);
    await app.converged();
    expect(await agreements()).toEqual([]);
    expect(body()).toContain('- [ ] <!-- hiyari:agree');
  });

  it('lets somebody who agreed speak for a name that is asked for later', async () => {
    await configure(config(FIRST, 'agreed-by: [lisa]'));
    const { number } = only();
    scene.comment(number, '/impact agree', 'lisa');
    await app.converged();
    await configure(config(FIRST, 'agreed-by: [lisa, acme/leads]'));
    expect(body()).toContain('- ⬜ `acme/leads`');
    scene.comment(number, '/impact agree', 'lisa');
    await app.converged();
    expect(await agreements()).toEqual([['lisa', 'lisa', 'acme/leads']]);
    expect(body()).toContain('Everybody who was asked has agreed');
  });

  it('asks maintainers where nobody is named', async () => {
    await configure(config(FIRST, ''));
    const { number } = only();
    scene.comment(number, '/impact agree', 'ada');
    await app.converged();
    expect(await agreements()).toEqual([]);
    scene.comment(number, '/impact agree', 'maintainer');
    await app.converged();
    expect(await agreements()).toEqual([['maintainer']]);
    expect(body()).toContain('Everybody who was asked has agreed');
  });

  it('asks again when a target changes, and keeps what was agreed before as history', async () => {
    await configure(config(FIRST));
    const { number } = only();
    for (const login of ['ada', 'lisa']) scene.comment(number, '/impact agree', login);
    await app.converged();
    time += DAY;
    await configure(config('{ monitored: 95%, near-misses-per-28d: 3 }'));
    expect(body()).toContain('Everybody who was asked has agreed');
    await configure(config('{ near-misses-per-28d: 2, monitored: 95% }'));
    expect(only().number).toBe(number);
    expect(body()).toContain('| ≤ 2 | ≤ 3 |');
    expect(body()).toContain('- ⬜ `ada`\n- ⬜ `acme/leads`');
    expect(body()).toContain('### Agreed to earlier targets\n\n- `ada`, 2026-09-01\n- `lisa`, 2026-09-01');
  });

  it('is written back when somebody edits it by hand, marker and all', async () => {
    await configure(config(FIRST));
    const { number, title } = only();
    const before = body();
    scene.editBody(number, 'All agreed, trust me.', 'eve');
    await app.converged();
    scene.editTitle(number, 'Lunch', 'eve');
    await app.converged();
    expect(only()).toMatchObject({ title, body: before });
    expect(await agreements()).toEqual([]);
  });

  it('stays closed when somebody closes it, and is opened anew for other targets', async () => {
    await configure(config(FIRST));
    scene.close(only().number, 'ada');
    await app.converged();
    await sweepAll(app.deps, 'hourly');
    await app.converged();
    expect(only().state).toBe('closed');
    expect(body()).toContain('closed before everybody had agreed');
    await configure(config('{ near-misses-per-28d: 1 }'));
    expect(issues().map(({ state }) => state)).toEqual(['closed', 'open']);
  });

  it('is opened anew when it was deleted, once', async () => {
    await configure(config(FIRST));
    scene.deleteIssue(only().number);
    await app.converged();
    expect(body()).toContain('- ⬜ `ada`');
    scene.deleteIssue(only().number);
    await app.converged();
    await sweepAll(app.deps, 'hourly');
    await app.converged();
    expect(issues()).toEqual([]);
  });

  it('is followed to another repository of ours', async () => {
    await configure(config(FIRST));
    const other = github.repository('acme/plans');
    await app.converged();
    const moved = scene.transferIssue(only().number, other);
    await app.converged();
    other.comment(moved.number, '/impact agree', 'ada');
    await app.converged();
    expect(other.issue(moved.number).body).toContain('- ✅ `ada`');
    expect(issues()).toEqual([]);
  });

  it('is not opened twice when the answer to its opening is lost', async () => {
    github.faults.next({ kind: '502', phase: 'after', operationId: 'issues/create' });
    await configure(config(FIRST));
    expect(only().title).toBe('What is expected of The ledger');
    expect((await app.deps.store.agreements.alignment(scene.state.id, 'ledger'))?.issue).toEqual({
      repositoryId: scene.state.id,
      number: only().number,
    });
  });

  it('is not opened twice when the targets change while its opening is in doubt', async () => {
    github.faults.next({ kind: '502', phase: 'after', operationId: 'issues/create' });
    github.faults.next({ kind: '502', operationId: 'issues/list-for-repo', times: 100 });
    scene.writeFile('.github/impact.yml', config(FIRST));
    await app.settled();
    expect(issues()).toHaveLength(1);
    scene.writeFile('.github/impact.yml', config('{ near-misses-per-28d: 1 }'));
    await app.settled();
    github.faults.clear();
    time += DAY;
    await app.converged();
    await sweepAll(app.deps, 'hourly');
    await app.converged();
    expect(only().number).toBeGreaterThan(0);
    expect(body()).toContain('| ≤ 1 |');
  });

  it('is the same after every restart, and however often an event is told', async () => {
    const again = async () => {
      await app.stop();
      app = await start();
      await sweepAll(app.deps, 'start');
      await app.converged();
    };
    await configure(config(FIRST));
    await again();
    github.webhooks.hold();
    scene.editBody(only().number, tick(body()), 'ada');
    const held = github.webhooks.takeHeld();
    github.webhooks.release();
    for (const delivery of [...held, ...held]) await github.webhooks.send(delivery);
    await app.converged();
    const said = body();
    await again();
    expect(body()).toBe(said);
    expect(await agreements()).toEqual([['ada', 'ada']]);
    expect(replies(only().number)).toEqual([]);
  });

  it('is opened for nobody’s project, and nowhere else is there anything to agree to', async () => {
    await configure('projects: { ledger: { match: { labels: [x] } } }\n');
    const { number } = scene.openIssue({ title: 'A question' });
    scene.comment(number, '/impact agree', 'ada');
    await app.converged();
    expect(issues()).toHaveLength(1);
    expect(replies(number)[0]?.body).toContain('`/impact agree` works in the issue in which the targets');
  });
});
