import { afterAll, expect, it } from 'vitest';
import { seededRandom } from '../support/fake-github/state/seeded-random.ts';
import { startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import { createRequestJudge } from '../support/openapi/create-request-judge.ts';
import { runMortalServer } from '../support/run-mortal-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const GOOD = '## Technical impact\n\nThe index is built in the background; writes wait for a second at most.\n';
const PULL_REQUESTS = 250;
const KILLS = 24;
const INCIDENTS = 20;

const folder = temporaryFolder();
afterAll(() => folder.remove());

it('kill -9 at random over 1,000 signed deliveries: none lost, no effect doubled', async () => {
  const judge = createRequestJudge();
  const github = await startFakeGitHub({ seed: 17, judge });
  const repository = github.repository('acme/shop');
  repository.writeFile('.github/impact.yml', 'mode: enforce\n');
  github.webhooks.echo(false);
  const server = await runMortalServer(github, folder.path);
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
  await server.deliver(deliveries, KILLS, random);
  await server.drained();
  await server.stop();
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
});
