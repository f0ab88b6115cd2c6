import { afterEach, expect, it, vi } from 'vitest';
import { parseMarker } from '../../../src/render/comment/marker.ts';
import { type FakeGitHub, startFakeGitHub } from '../../support/fake-github/start-fake-github.ts';
import { STATEMENT } from '../../support/monitoring-scene.ts';
import { createRequestJudge } from '../../support/openapi/create-request-judge.ts';
import { type RunningApp, runApp } from '../../support/run-app.ts';
import { HOUR } from '../../support/use-timed-app.ts';

const IMPATIENT = { baseDelayMs: 2, maxDelayMs: 40, maxAttempts: 60 };
const CHANGES = 12;

let github: FakeGitHub;
let app: RunningApp;

afterEach(async () => {
  await app.stop();
  await github.close();
});

it('a fourth of the answers fail, also after the effect: every window is announced, reminded of and ended once', async () => {
  const judge = createRequestJudge();
  let offset = 0;
  const clock = { now: () => Date.now() + offset };
  github = await startFakeGitHub({ seed: 5, judge, clock });
  app = await runApp(github, { clock, queue: IMPATIENT, timeoutMs: 60, sleep: async () => {} });
  const repository = github.repository('acme/shop');
  repository.writeFile('.github/impact.yml', 'mode: enforce\n');
  repository.deploy({ sha: repository.headOf(), environment: 'production' });
  await app.settled();
  github.faults.set({
    rate: 0.25,
    kinds: ['500', '502', 'timeout', 'reset', '403-secondary', '429'],
    seed: 2,
    retryAfterSeconds: 0,
  });

  const ours = (number: number, kind: string) =>
    repository.comments(number).filter(({ byApp, body }) => byApp && parseMarker(body)?.kind === kind);
  const labels = (number: number) => repository.labelsOf(number).filter((name) => name.startsWith('monitoring: '));
  /** Retries follow the clock; alarms stay in the queue, so it is never empty. */
  const until = (isReached: (number: number) => boolean) =>
    vi.waitFor(
      async () => {
        await app.deps.store.doneCommands.mark(0, `wake ${Math.random()}`, clock.now());
        await app.settled();
        expect(numbers.filter((number) => !isReached(number))).toEqual([]);
      },
      { timeout: 25_000, interval: 20 },
    );

  const numbers = Array.from({ length: CHANGES }, (_, at) => {
    return repository.openPullRequest({ body: STATEMENT, files: [`db/migrate/${at}.sql`] }).number;
  });
  await until((number) => repository.labelsOf(number).includes('risk: high'));
  for (const number of numbers) repository.merge(number);
  repository.deploy({ sha: repository.headOf(), environment: 'production' });
  await until((number) => labels(number).includes('monitoring: open') && ours(number, 'watch').length > 0);
  offset += 61 * HOUR;
  await until((number) => ours(number, 'reminder').length > 0);
  const confirmed = new Set(numbers.slice(0, 6));
  for (const number of confirmed) repository.comment(number, '/impact monitored fine', 'alice');
  await until((number) => !confirmed.has(number) || labels(number).includes('monitoring: done'));
  offset += 20 * HOUR;
  // The new label comes before the old one goes: between the two, a fault makes the removal wait for its retry.
  const settledAs = (number: number) => [confirmed.has(number) ? 'monitoring: done' : 'monitoring: lapsed'];
  await until((number) => labels(number).join() === settledAs(number).join());
  await until((number) => !/- \[ \]/.test(ours(number, 'watch')[0]?.body ?? '') || !confirmed.has(number));
  expect(github.faults.count()).toBeGreaterThan(20);
  github.faults.clear();

  for (const number of numbers) {
    expect(labels(number)).toEqual(settledAs(number));
    expect(ours(number, 'watch')).toHaveLength(1);
    expect(ours(number, 'reminder')).toHaveLength(1);
  }
  judge.assertClean();
}, 60_000);
