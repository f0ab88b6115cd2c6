import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { NewJob } from '../../src/ports/queue.ts';
import { PULL_REQUEST_ACTIONS } from '../../src/webhooks/on-pull-request.ts';
import { readDelivery } from '../../src/webhooks/read-delivery.ts';
import { EVENTS } from '../../src/webhooks/register.ts';
import { common, pullRequestEvent, repository, repositoryJson, senderNoun } from './support/payloads.ts';

function read(event: string, payload: unknown) {
  return readDelivery({ id: 'd-1', event, payload, receivedAt: 5 });
}

function jobsOf(event: string, payload: unknown): readonly NewJob[] {
  const { reading } = read(event, payload);
  if (!('jobs' in reading)) throw new Error(reading.ignored);
  return reading.jobs;
}

function ignoredOf(event: string, payload: unknown): string {
  const { reading } = read(event, payload);
  return 'ignored' in reading ? reading.ignored : '';
}

describe('pull_request', () => {
  it.each(PULL_REQUEST_ACTIONS)('%s is a check of the pull request', (action) => {
    const [job] = jobsOf('pull_request', pullRequestEvent({ action }));
    expect(job).toMatchObject({ kind: 'check-pull-request', lane: '7#12', key: 'check', installationId: 31 });
    expect(job?.payload).toMatchObject({ repository, number: 12, because: action, sender: senderNoun });
  });

  it('carries the pull request as a small hint', () => {
    const [job] = jobsOf('pull_request', pullRequestEvent({}, { _links: 'x'.repeat(20_000) }));
    expect(job?.payload).toMatchObject({
      pullRequest: {
        number: 12,
        body: '## Technical impact\nNone.',
        author: senderNoun,
        head: { sha: 'h1', ref: 'drop', repositoryId: 7 },
        base: { sha: 'b1', ref: 'main' },
        labels: ['risk: high'],
        changedFiles: 3,
      },
    });
    expect(JSON.stringify(job).length).toBeLessThan(2_000);
  });

  it.each([
    ['a body that is null', { body: null }, { body: null }],
    ['a fork without its repository', { head: { sha: 'h1', ref: 'x', repo: null } }, { head: { repositoryId: null } }],
    ['an author who is gone', { user: null }, { author: { login: 'ghost' } }],
    ['a draft', { draft: true }, { draft: true }],
    ['a merge', { merged: true, state: 'closed', merge_commit_sha: 'm' }, { merged: true, mergeCommitSha: 'm' }],
  ])('takes %s', (_name, over, expected) => {
    const [job] = jobsOf('pull_request', pullRequestEvent({}, over));
    expect(job?.payload).toMatchObject({ pullRequest: expected });
  });

  it('says which label', () => {
    const [job] = jobsOf('pull_request', pullRequestEvent({ action: 'labeled', label: { name: 'risk: low' } }));
    expect(job?.payload).toMatchObject({ label: 'risk: low' });
  });

  it('keeps the number of a pull request that cannot be read', () => {
    const [job] = jobsOf('pull_request', pullRequestEvent({}, { head: 'odd' }));
    expect(job?.payload).toMatchObject({ number: 12, pullRequest: null });
  });

  it.each(['assigned', 'review_requested', 'milestoned'])('has no ear for %s', (action) => {
    expect(ignoredOf('pull_request', pullRequestEvent({ action }))).toContain(action);
  });
});

describe('merge_group', () => {
  const merge_group = {
    head_sha: 'h2',
    head_ref: 'refs/heads/gh-readonly-queue/main/pr-12-abc',
    base_sha: 'b2',
    base_ref: 'refs/heads/main',
  };

  it('is checked when checks are asked for', () => {
    const [job] = jobsOf('merge_group', { ...common, action: 'checks_requested', merge_group });
    expect(job).toMatchObject({
      kind: 'check-merge-group',
      lane: '7@h2',
      payload: { headSha: 'h2', headRef: 'gh-readonly-queue/main/pr-12-abc', baseSha: 'b2', baseRef: 'main' },
    });
  });

  it('is forgotten when it is destroyed', () => {
    expect(ignoredOf('merge_group', { ...common, action: 'destroyed', merge_group })).toContain('destroyed');
  });
});

describe('check_run and check_suite', () => {
  const pull_requests = [
    { number: 12, base: { repo: { id: 7 } } },
    { number: 3, base: { repo: { id: 99 } } },
  ];
  const check_run = { name: 'Technical impact', head_sha: 'h1', pull_requests };
  const press = (over: object) => ({ ...common, check_run, ...over });

  it.each([
    [{ action: 'rerequested' }, 'rerequested'],
    [{ action: 'requested_action', requested_action: { identifier: 'insert-section' } }, 'insert-section'],
    [{ action: 'requested_action', requested_action: { identifier: 'recheck' } }, 'recheck'],
  ])('%o presses a button', (over, button) => {
    const [job] = jobsOf('check_run', press(over));
    expect(job).toMatchObject({ kind: 'press-button', lane: '7@h1' });
    expect(job?.payload).toEqual({
      repository,
      headSha: 'h1',
      headBranch: null,
      button,
      numbers: [12],
      sender: senderNoun,
      deliveryId: 'd-1',
    });
  });

  it.each([
    [{ action: 'created' }, 'created'],
    [{ action: 'requested_action', requested_action: { identifier: 'format-disk' } }, 'requested_action'],
    [{ action: 'rerequested', check_run: { ...check_run, name: 'lint' } }, 'not a check of ours'],
  ])('%o presses none', (over, why) => {
    expect(ignoredOf('check_run', press(over))).toContain(why);
  });

  it('re-runs a whole suite', () => {
    const check_suite = { head_sha: 'h1', head_branch: 'gh-readonly-queue/main/pr-1-x', pull_requests: [] };
    const [job] = jobsOf('check_suite', { ...common, action: 'rerequested', check_suite });
    expect(job?.payload).toMatchObject({ button: 'rerequested', headBranch: check_suite.head_branch, numbers: [] });
    expect(ignoredOf('check_suite', { ...common, action: 'completed', check_suite })).toContain('completed');
  });
});

describe('push', () => {
  const commit = { added: ['a'], modified: ['b'], removed: ['c'] };
  const push = (over: object = {}) => ({ ...common, ref: 'refs/heads/main', after: 's1', commits: [commit], ...over });

  it('tells the paths of all commits, once each', () => {
    const commits = [commit, { added: [], modified: ['a', 'd'], removed: [] }];
    const [job] = jobsOf('push', push({ commits }));
    expect(job).toMatchObject({ kind: 'notice-push', lane: '7' });
    expect(job?.payload).toEqual({ repository, branch: 'main', after: 's1', paths: ['a', 'b', 'c', 'd'] });
  });

  it.each([
    ['created', { created: true }],
    ['deleted', { deleted: true, commits: [] }],
    ['forced', { forced: true }],
    ['empty', { commits: [] }],
    ['cut off by GitHub', { commits: Array.from({ length: 2_048 }, () => commit) }],
    ['too long for a hint', { commits: [{ added: Array.from({ length: 1_001 }, (_, index) => `f${index}`) }] }],
  ])('does not vouch for paths when %s', (_name, over) => {
    expect(jobsOf('push', push(over))[0]?.payload).toMatchObject({ paths: null });
  });

  it.each([
    ['refs/tags/v1', 'not a push to a branch'],
    ['refs/heads/gh-readonly-queue/main/pr-12-abc', 'merge queue'],
  ])('%s is ignored', (ref, why) => {
    expect(ignoredOf('push', push({ ref }))).toContain(why);
  });
});

describe('issue_comment', () => {
  const comment = (body: string | null, over: object = {}) => ({
    ...common,
    action: 'created',
    issue: { number: 12, pull_request: {} },
    comment: { id: 55, body, user: { id: 2, login: 'author', type: 'User' } },
    ...over,
  });

  it.each([
    '/impact recheck',
    'Hello\r\n/impact none Docs only',
    '  /impact help',
    '　/Impact recheck',
    'a\n/impact',
    '/impact frob',
  ])('%j may hold a command', (body) => {
    expect(jobsOf('issue_comment', comment(body))[0]).toMatchObject({
      kind: 'run-commands',
      lane: '7#12',
      payload: { number: 12, isPullRequest: true, commentId: 55, body },
    });
  });

  it.each(['see /impact help', '/impactful words', '/impact-x', '> /impact help', '```\n/impact help\n```', '', null])(
    '%j holds none',
    (body) => {
      expect(ignoredOf('issue_comment', comment(body))).toContain('/impact');
    },
  );

  it('speaks for who edited it, not for who first wrote it', () => {
    const [job] = jobsOf('issue_comment', comment('/impact override x', { action: 'edited' }));
    expect(job?.payload).toMatchObject({ author: senderNoun });
  });

  it('tells issues from pull requests, and deletions from words', () => {
    const [job] = jobsOf('issue_comment', comment('/impact help', { issue: { number: 12 } }));
    expect(job?.payload).toMatchObject({ isPullRequest: false });
    expect(ignoredOf('issue_comment', comment('/impact help', { action: 'deleted' }))).toContain('deleted');
  });
});

describe('installations and repositories', () => {
  const installation = { id: 31 };
  const repositories = [{ id: 7 }, { id: 8 }];

  it.each(['created', 'unsuspend', 'new_permissions_accepted'])('installation %s registers', (action) => {
    const [job] = jobsOf('installation', { action, installation, repositories });
    expect(job).toMatchObject({
      kind: 'register-installation',
      lane: 'installation:31',
      payload: { installationId: 31 },
    });
  });

  it.each(['deleted', 'suspend'])('installation %s removes', (action) => {
    const [job] = jobsOf('installation', { action, installation, repositories });
    expect(job).toMatchObject({ kind: 'remove-repositories', payload: { repositoryIds: [7, 8] } });
  });

  it.each([
    [{ action: 'deleted', label: { name: 'risk: low' } }, 'risk: low'],
    [{ action: 'edited', label: { name: 'new' }, changes: { name: { from: 'old' } } }, 'old'],
  ])('%o: the definition is gone under its name', (over, name) => {
    expect(jobsOf('label', { ...common, ...over })).toMatchObject([{ kind: 'forget-label', payload: { name } }]);
  });

  it.each([
    { action: 'created', label: { name: 'a' } },
    { action: 'edited', label: { name: 'a' }, changes: { color: { from: 'ededed' } } },
  ])('%o: no definition is gone', (over) => {
    expect(ignoredOf('label', { ...common, ...over })).toContain('no name');
  });

  it('follows repositories that come and go', () => {
    const [added] = jobsOf('installation_repositories', { action: 'added', installation });
    expect(added?.kind).toBe('register-installation');
    const gone = { action: 'removed', installation, repositories_removed: [{ id: 8 }] };
    expect(jobsOf('installation_repositories', gone)[0]?.payload).toEqual({ installationId: 31, repositoryIds: [8] });
  });

  it.each(['renamed', 'transferred', 'edited', 'privatized', 'publicized'])('repository %s is saved', (action) => {
    const renamed = { ...common, action, repository: { ...repositoryJson, name: 'store' } };
    const [job] = jobsOf('repository', renamed);
    expect(job).toMatchObject({ kind: 'save-repository', payload: { repository: { id: 7, name: 'store' } } });
  });

  it('repository deleted is removed, archived is ignored', () => {
    expect(jobsOf('repository', { ...common, action: 'deleted' })[0]?.payload).toEqual({
      installationId: 31,
      repositoryIds: [7],
    });
    expect(ignoredOf('repository', { ...common, action: 'archived' })).toContain('archived');
    expect(ignoredOf('installation', { action: 'odd', installation })).toContain('odd');
    expect(ignoredOf('installation_repositories', { action: 'odd', installation })).toContain('odd');
  });
});

describe('whatever comes', () => {
  it('is a delivery with its ids', () => {
    expect(read('pull_request', pullRequestEvent()).delivery).toEqual({
      id: 'd-1',
      event: 'pull_request',
      action: 'opened',
      installationId: 31,
      repositoryId: 7,
      receivedAt: 5,
    });
  });

  it.each(['star', 'ping', 'constructor', '__proto__'])('the event %s is stored as ignored', (event) => {
    expect(ignoredOf(event, { zen: 'Keep it logically awesome.' })).toContain('no use case');
  });

  it.each(Object.keys(EVENTS))('%s without what we need is malformed, not a crash', (event) => {
    for (const payload of [{}, { action: 5 }, { installation: null, repository: 'x' }, null, []]) {
      const { reading } = read(event, payload);
      expect(reading).toMatchObject({ malformed: true });
    }
  });

  it('reads every payload of the real GitHub', () => {
    const file = new URL('../../node_modules/@octokit/webhooks-examples/api.github.com/index.json', import.meta.url);
    const events = JSON.parse(readFileSync(file, 'utf8')) as readonly { name: string; examples: object[] }[];
    const ours = events.filter(({ name }) => Object.hasOwn(EVENTS, name));
    expect(ours.map(({ name }) => name)).toContain('pull_request');
    const malformed = ours.flatMap(({ name, examples }) =>
      examples
        .map((example) => read(name, { installation: { id: 31 }, ...example }).reading)
        .filter((reading) => 'malformed' in reading)
        .map((reading) => ({ name, reading })),
    );
    expect(malformed).toEqual([]);
  });
});
