import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openSqlite } from '../../src/open-database.ts';
import { seededRandom } from '../support/fake-github/state/seeded-random.ts';
import { startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import { createRequestJudge } from '../support/openapi/create-request-judge.ts';
import { recordingLog } from '../support/recording-log.ts';
import { type RunningServer, runServer } from '../support/run-server.ts';

const SECRET = 'a secret of sixteen or more characters';
const GOOD = '## Technical impact\n\nThe index is built in the background; writes wait for a second at most.\n';
const PULL_REQUESTS = 250;
const KILLS = 24;
const INCIDENTS = 20;

it('kill -9 at random over 1,000 signed deliveries: none lost, no effect doubled', async () => {
  const judge = createRequestJudge();
  const github = await startFakeGitHub({ seed: 17, judge });
  const folder = await mkdtemp(join(tmpdir(), 'hiyari-kill-'));
  const port = await freePort();
  const environment = {
    APP_ID: String(github.app.id),
    PRIVATE_KEY: github.app.privateKey,
    WEBHOOK_SECRET: SECRET,
    GITHUB_URL: github.url,
    GITHUB_API_URL: github.url,
    PORT: String(port),
  };
  const start = async (): Promise<RunningServer> => {
    const server = runServer(folder, environment);
    await server.said(/Hiyari is listening/);
    return server;
  };

  const repository = github.repository('acme/shop');
  repository.writeFile('.github/impact.yml', 'mode: enforce\n');
  github.webhooks.connect({ url: `http://127.0.0.1:${port}/api/github/webhooks`, secret: SECRET });
  github.webhooks.echo(false);
  github.webhooks.hold();
  const numbers = Array.from({ length: PULL_REQUESTS }, (_, index) => {
    const { number } = repository.openPullRequest({ body: 'words', files: [`src/${index}.ts`] });
    repository.editBody(number, index % 2 === 0 ? GOOD : 'other words');
    repository.editTitle(number, `Change ${index}`);
    repository.comment(number, '/impact help', 'alice');
    return number;
  });
  const incidents = numbers.slice(0, INCIDENTS).map((cause, index) => {
    repository.merge(cause);
    const body = `Error at src/${index}.ts:3`;
    return repository.openIssue({ title: `Incident ${index}`, body, labels: ['incident'] }).number;
  });
  const deliveries = github.webhooks.takeHeld();
  expect(deliveries.length).toBeGreaterThanOrEqual(1000);
  github.webhooks.release();

  const random = seededRandom(99);
  let server = await start();
  let kills = 0;
  for (const [index, delivery] of deliveries.entries()) {
    if (kills < KILLS && index >= ((kills + random()) * deliveries.length) / KILLS) {
      // At any moment of the work: while a delivery is being stored, a job runs, an answer is on its way.
      await pause(random() * 40);
      await server.stop('SIGKILL');
      kills += 1;
      server = await start();
    }
    // What was not answered with 2xx is sent again, as an operator or the App itself would ask GitHub to.
    while ((await github.webhooks.send(delivery)).statusCode >= 300) await pause(20);
  }
  expect(kills).toBeGreaterThanOrEqual(20);

  await drained(join(folder, 'data/hiyari.db'));
  expect(await server.stop()).toBe(0);
  for (const [index, number] of numbers.entries()) {
    // A merged one may have been closed before we came to look.
    if (index < INCIDENTS) continue;
    const runs = repository.checkRuns(repository.pullRequest(number).pull.head.sha);
    expect(runs.map(({ conclusion }) => conclusion)).toEqual([index % 2 === 0 ? 'success' : 'failure']);
    const status = index % 2 === 0 ? 'impact: stated' : 'impact: missing';
    expect([...repository.labelsOf(number)].sort()).toEqual([status, 'risk: low']);
    const replies = repository.comments(number).filter(({ user }) => user.login === github.app.bot.login);
    expect(replies).toHaveLength(1);
  }
  for (const incident of incidents) {
    const said = repository.comments(incident).filter(({ body }) => body.includes('<!-- hiyari:causes '));
    expect(said).toHaveLength(1);
  }
  judge.assertClean();
  await github.close();
  await rm(folder, { recursive: true, force: true });
});

/** Waits, from outside, until every job is done; a dead one is a failure at once. */
async function drained(path: string): Promise<void> {
  const log = recordingLog();
  const { queue, store } = await openSqlite({ path, role: 'reader', clock: { now: Date.now }, log });
  for (;;) {
    const { waiting, running, dead } = await queue.counts();
    expect(dead).toBe(0);
    if (waiting + running === 0) break;
    await pause(100);
  }
  await store.close();
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
