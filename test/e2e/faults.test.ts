import { afterEach, expect, it } from 'vitest';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import { createRequestJudge } from '../support/openapi/create-request-judge.ts';
import { type RunningApp, runApp } from '../support/run-app.ts';

const GOOD = '## Technical impact\n\nThe index is built in the background; writes wait for a second at most.\n';
const IMPATIENT = { baseDelayMs: 2, maxDelayMs: 40, maxAttempts: 60 };

let github: FakeGitHub;
let app: RunningApp;

afterEach(async () => {
  await app.stop();
  await github.close();
});

it('30 % of the answers fail, also after the effect: every pull request converges, nothing is doubled', async () => {
  const judge = createRequestJudge();
  github = await startFakeGitHub({ seed: 3, judge });
  app = await runApp(github, { queue: IMPATIENT, timeoutMs: 60, sleep: async () => {} });
  const repository = github.repository('acme/shop');
  repository.writeFile('.github/impact.yml', 'mode: enforce\n');
  await app.settled();
  github.faults.set({
    rate: 0.3,
    kinds: ['500', '502', 'timeout', 'reset', '403-secondary', '429'],
    seed: 9,
    retryAfterSeconds: 0,
  });
  const numbers = Array.from({ length: 30 }, (_, index) => {
    const { number } = repository.openPullRequest({ body: index % 2 === 0 ? GOOD : '', files: [`src/${index}.ts`] });
    return number;
  });
  const asked = numbers.slice(0, 5);
  for (const number of asked) repository.comment(number, '/impact help', 'alice');
  await app.converged();
  expect(github.faults.count()).toBeGreaterThan(30);
  github.faults.clear();

  for (const [index, number] of numbers.entries()) {
    const runs = repository.checkRuns(repository.pullRequest(number).pull.head.sha);
    expect(runs.map(({ conclusion }) => conclusion)).toEqual([index % 2 === 0 ? 'success' : 'failure']);
    const expected = index % 2 === 0 ? 'impact: stated' : 'impact: missing';
    expect([...repository.labelsOf(number)].sort()).toEqual([expected, 'risk: low']);
  }
  for (const number of asked) {
    const replies = repository.comments(number).filter(({ user }) => user.login === 'hiyari[bot]');
    expect(replies).toHaveLength(1);
  }
  expect(await app.parts.queue.counts()).toEqual({ waiting: 0, scheduled: 0, running: 0, dead: 0 });
  judge.assertClean();
});

it('a job that GitHub refuses for good is kept as dead with its error, and can be replayed', async () => {
  github = await startFakeGitHub({ seed: 4, judge: null });
  app = await runApp(github, { queue: { ...IMPATIENT, maxAttempts: 3 } });
  const repository = github.repository('acme/shop');
  await app.settled();
  github.faults.next({ kind: '502', operationId: 'checks/create', times: 3 });
  const { pull } = repository.openPullRequest({ body: GOOD, files: ['a.ts'] });
  await app.converged();
  const [dead] = await app.parts.queue.dead(10);
  expect(dead).toMatchObject({ kind: 'publish-check', attempts: 3 });
  expect(dead?.error).toContain('502');
  expect(await app.parts.queue.replay('all')).toBe(1);
  await app.converged();
  expect(repository.checkRuns(pull.head.sha)).toMatchObject([{ conclusion: 'success' }]);
});
