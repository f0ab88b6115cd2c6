import { describe, expect, it } from 'vitest';
import { PROJECT, postmortemScene, STATED } from '../../support/postmortem-scene.ts';
import { useTimedApp } from '../../support/use-timed-app.ts';

const stage = useTimedApp(PROJECT('enforce'));
const { nearMiss, postmortem, postmortems, comments, fillIn, boxes, tick, check, say } = postmortemScene(stage);
const FLAGS = '| flags | Ship behind feature flags | checkout team | | 2026-12-01 | | |';

const writesSince = (mark: number) =>
  stage.github.log.since(mark).filter(({ method, path }) => method !== 'GET' && path.includes('/issues'));
const stored = () => stage.app.deps.store.postmortems.ofProject(stage.repository.state.id, 'refactor');

async function open(): Promise<number> {
  await say(stage.repository.openIssue({ title: 'Talk' }).number, '/impact postmortem refactor');
  return postmortem().number;
}

describe('a restart', () => {
  it('between any two steps of a postmortem changes nothing and says nothing twice', async () => {
    const risky = stage.repository.openPullRequest({ body: STATED, files: ['app/x.ts'] }).number;
    for (const part of ['a', 'b', 'c']) await nearMiss(part);
    await stage.restart();
    await nearMiss('d');
    await stage.restart();
    const { number } = postmortem();
    expect(comments(number, 'table')).toHaveLength(1);
    expect(check(risky)?.conclusion).toBe('failure');
    const mark = stage.github.log.mark();
    await stage.restart();
    expect(writesSince(mark)).toEqual([]);
    await fillIn([FLAGS]);
    await stage.restart();
    stage.repository.comment(number, '/impact postmortem refactor', 'maintainer');
    // Taken in, and perhaps not worked off.
    await stage.github.webhooks.settled();
    await stage.restart();
    await stage.restart();
    expect(comments(number, 'again')).toHaveLength(1);
    await tick('flags', 'maintainer');
    await stage.restart();
    expect(comments(number, 'boxes')).toHaveLength(1);
    expect(boxes()).toContain('✅ `flags`');
    stage.repository.close(number);
    await stage.github.webhooks.settled();
    await stage.restart();
    expect(check(risky)?.conclusion).toBe('success');
    expect(await stage.app.deps.store.actions.all(stage.repository.state.id)).toHaveLength(1);
    expect(postmortems()).toHaveLength(1);
  });

  it('hears of an issue that was closed while the app was down', async () => {
    const number = await open();
    stage.github.webhooks.disconnect();
    stage.repository.close(number);
    await stage.restart();
    expect(await stored()).toMatchObject([{ closedBy: 'closed', closedAt: postmortem().closedAt }]);
  });
});

describe('an answer that was lost', () => {
  it.each(['issues/create', 'issues/create-comment'] as const)(
    'of %s leads to no second issue, table or comment',
    async (operationId) => {
      const issue = stage.repository.openIssue({ title: 'Talk' });
      stage.github.faults.next({ kind: 'reset', operationId, phase: 'after', times: 1 });
      stage.repository.comment(issue.number, '/impact postmortem refactor', 'maintainer');
      await stage.app.settled();
      await stage.restart();
      await stage.restart();
      expect(comments(postmortem().number, 'table')).toHaveLength(1);
      expect(await stored()).toMatchObject([{ issue: { number: postmortem().number } }]);
    },
  );

  it('is not needed for the same command delivered twice', async () => {
    const issue = stage.repository.openIssue({ title: 'Talk' });
    stage.repository.comment(issue.number, '/impact postmortem refactor', 'maintainer');
    await stage.app.settled();
    for (const delivery of stage.github.webhooks.sent.filter(({ event }) => event === 'issue_comment')) {
      await stage.github.webhooks.redeliver(delivery.id);
    }
    await stage.app.settled();
    expect(await stored()).toMatchObject([{ triggers: [{}] }]);
    expect(comments(postmortem().number, 'again')).toEqual([]);
  });
});

describe('an issue that cannot be opened', () => {
  it('keeps no other project’s from being opened, and stops no line that nobody could release', async () => {
    const risky = stage.repository.openPullRequest({ body: STATED, files: ['app/x.ts'] }).number;
    const talk = stage.repository.openIssue({ title: 'Talk' }).number;
    stage.github.faults.next({ kind: '410', operationId: 'issues/create', times: 100 });
    const mark = stage.github.log.mark();
    await say(talk, '/impact postmortem refactor\n/impact postmortem quiet');
    const asked = stage.github.log.since(mark).filter(({ operationId }) => operationId === 'issues/create');
    expect(JSON.stringify(asked.map(({ body }) => body))).toMatch(/Large refactor.*Quiet corner/);
    expect(postmortems()).toEqual([]);
    expect(check(risky)?.conclusion).toBe('success');
    stage.github.faults.clear();
    await stage.restart();
    expect(postmortems()).toHaveLength(2);
    expect(check(risky)?.conclusion).toBe('failure');
  });
});

describe('an issue that goes away', () => {
  it('by deletion ends the postmortem; the next one gets an issue of its own', async () => {
    const risky = stage.repository.openPullRequest({ body: STATED, files: ['app/x.ts'] }).number;
    const number = await open();
    expect(check(risky)?.conclusion).toBe('failure');
    stage.repository.deleteIssue(number);
    await stage.app.settled();
    expect(await stored()).toMatchObject([{ closedBy: 'gone' }]);
    expect(check(risky)?.conclusion).toBe('success');
    await open();
    expect(await stored()).toMatchObject([{ sequence: 1 }, { sequence: 2, closedAt: null }]);
  });

  it('to another repository is followed there', async () => {
    const risky = stage.repository.openPullRequest({ body: STATED, files: ['app/x.ts'] }).number;
    const number = await open();
    await fillIn([FLAGS]);
    const other = stage.github.repository('acme/office');
    await stage.app.settled();
    const moved = stage.repository.transferIssue(number, other);
    await stage.app.settled();
    await stage.restart();
    expect(postmortems()).toEqual([]);
    expect(await stored()).toMatchObject([
      { closedAt: null, issue: { repositoryId: other.state.id, number: moved.number } },
    ]);
    expect(check(risky)?.conclusion).toBe('failure');
    other.comment(moved.number, '/impact action flags', 'maintainer');
    await stage.app.settled();
    expect(await stage.app.deps.store.actions.all(stage.repository.state.id)).toHaveLength(1);
    const kinds = other.comments(moved.number).map(({ body }) => /^<!-- hiyari:([a-z-]+)/.exec(body)?.[1] ?? 'people');
    expect(kinds).toEqual(['postmortem-table', 'postmortem-boxes', 'people']);
    other.close(moved.number);
    await stage.app.settled();
    expect(check(risky)?.conclusion).toBe('success');
  });

  it('and was reopened while a newer one is open leaves the newer one', async () => {
    const first = await open();
    stage.repository.close(first);
    await stage.app.settled();
    await say(stage.repository.openIssue({ title: 'Talk' }).number, '/impact postmortem refactor');
    stage.repository.reopen(first);
    await stage.app.settled();
    expect(await stored()).toMatchObject([{ closedBy: 'closed' }, { closedAt: null }]);
  });
});
