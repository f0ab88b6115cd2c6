import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWebhookJudge, type WebhookJudge } from '../openapi/create-webhook-judge.ts';
import { createCheckRun } from './acts/change-check-runs.ts';
import { type FakeGitHub, startFakeGitHub } from './start-fake-github.ts';
import type { Delivery } from './webhooks/delivery.ts';

let github: FakeGitHub;
let judge: WebhookJudge;
const seen = new Map<string, Delivery[]>();

/** One of everything that a repository can tell. */
beforeAll(async () => {
  github = await startFakeGitHub({ seed: 3, clock: { now: () => Date.UTC(2026, 7, 1) } });
  judge = createWebhookJudge();
  github.webhooks.hold();
  const repository = github.repository('acme/shop');
  repository.writeFile('a.txt', 'x\n');
  repository.pushTo('next', [{ path: 'b', status: 'added' }, { path: 'c', previousPath: 'a.txt' }, 'd']);
  const { number } = repository.openPullRequest({ body: 'x', labels: ['bug'] });
  repository.editBody(number, 'y');
  repository.retarget(number, 'next');
  repository.push(number, ['z']);
  repository.setDraft(number, true);
  repository.setDraft(number, false);
  repository.label(number, ['x y']);
  repository.unlabel(number, 'x y');
  repository.close(number);
  repository.reopen(number);
  repository.review(number, 'bob', 'approved');
  const fork = repository.openPullRequest({ author: 'carol', head: { fork: true } });
  repository.dequeue(repository.enqueue([number, fork.number]));
  repository.mergeGroup(repository.enqueue([fork.number]));
  const run = createCheckRun(
    github.world,
    repository.state,
    { headSha: repository.pullRequest(number).pull.head.sha, name: 'Technical impact', appId: github.app.id },
    { conclusion: 'failure', actions: [{ label: 'l', description: 'd', identifier: 'recheck' }] },
    github.app.bot,
  );
  repository.rerequest(run.id);
  repository.rerequestSuite(run.headSha);
  repository.pressAction(run.id, 'recheck');
  repository.merge(number);
  const issue = repository.openIssue({ title: 'Checkout fails', labels: ['incident'] });
  repository.editBody(issue.number, 'Since noon.');
  repository.label(issue.number, ['sev1']);
  repository.unlabel(issue.number, 'sev1');
  repository.close(issue.number);
  repository.reopen(issue.number);
  const tracker = github.repository('acme/tracker');
  tracker.deleteIssue(repository.transferIssue(issue.number, tracker).number);
  const comment = repository.comment(number, '/impact recheck', 'bob');
  repository.editComment(comment.id, '/impact help');
  repository.deleteComment(comment.id);
  repository.deploy({ sha: repository.headOf(), environment: 'production' });
  repository.release('v1');
  github.repository('acme/other');
  repository.rename('store');
  repository.transfer('globex');
  github.suspend('acme');
  github.suspend('acme', false);
  github.uninstall('acme');
  for (const delivery of github.webhooks.takeHeld()) {
    const key = delivery.action === null ? delivery.event : `${delivery.event}.${delivery.action}`;
    seen.set(key, [...(seen.get(key) ?? []), delivery]);
  }
});

afterAll(() => github.close());

describe('every webhook passes GitHub’s description', () => {
  it.each([
    'push',
    ...['opened', 'edited', 'synchronize', 'reopened', 'ready_for_review', 'converted_to_draft', 'labeled', 'unlabeled']
      .concat(['closed', 'enqueued', 'dequeued'])
      .map((action) => `pull_request.${action}`),
    ...['checks_requested', 'destroyed'].map((action) => `merge_group.${action}`),
    ...['created', 'completed', 'rerequested', 'requested_action'].map((action) => `check_run.${action}`),
    'check_suite.rerequested',
    ...['opened', 'edited', 'labeled', 'unlabeled', 'closed', 'reopened', 'transferred', 'deleted'].map(
      (action) => `issues.${action}`,
    ),
    ...['created', 'edited', 'deleted'].map((action) => `issue_comment.${action}`),
    'pull_request_review.submitted',
    'deployment_status.created',
    'release.published',
    ...['created', 'suspend', 'unsuspend', 'deleted'].map((action) => `installation.${action}`),
    'installation_repositories.added',
    'repository.renamed',
    'repository.transferred',
  ])('%s', (key) => {
    const deliveries = seen.get(key) ?? [];
    expect(deliveries.length).toBeGreaterThan(0);
    for (const { event, text } of deliveries) expect(judge(event, JSON.parse(text))).toEqual([]);
  });
});

describe('what payloads tell', () => {
  const payload = (key: string, at = 0) => JSON.parse(seen.get(key)?.[at]?.text ?? 'null');

  it('edited says what was there before, for body and base', () => {
    expect(payload('pull_request.edited').changes).toEqual({ body: { from: 'x' } });
    expect(payload('pull_request.edited', 1).changes).toMatchObject({ base: { ref: { from: 'main' } } });
  });

  it('push lists paths by what happened to them, a rename as both', () => {
    const pushes = seen.get('push')?.map(({ text }) => JSON.parse(text)) ?? [];
    const next = pushes.find((push) => push.ref === 'refs/heads/next');
    expect(next).toMatchObject({ created: true, before: '0'.repeat(40) });
    expect(next.head_commit).toMatchObject({ added: ['b', 'c'], removed: ['a.txt'], modified: ['d'] });
  });

  it('a merge group names its branch and base', () => {
    const group = payload('merge_group.checks_requested').merge_group;
    expect(group.head_ref).toMatch(
      /^refs\/heads\/gh-readonly-queue\/next\/pr-2-[0-9a-f]{40}$|^refs\/heads\/gh-readonly-queue\/main/,
    );
    expect(group.base_ref).toMatch(/^refs\/heads\//);
  });

  it('a deleted fork has no head repository: here the description is wrong, GitHub sends null', async () => {
    const repository = github.repository('acme/third');
    github.webhooks.takeHeld();
    repository.openPullRequest({ head: { fork: 'deleted' } });
    const [opened] = github.webhooks.takeHeld().filter((delivery) => delivery.event === 'pull_request');
    expect(judge('pull_request', JSON.parse(opened?.text ?? ''))).toEqual([
      'payload/pull_request/head/repo must be object',
    ]);
  });

  it('an unknown event is said to be unknown', () => {
    expect(judge('pull_request', { action: 'exploded' })).toEqual(["GitHub sends no 'pull-request-exploded'"]);
  });
});
