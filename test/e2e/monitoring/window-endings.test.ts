import { describe, expect, it } from 'vitest';
import { monitoringScene } from '../../support/monitoring-scene.ts';
import { HOUR, useTimedApp } from '../../support/use-timed-app.ts';

const stage = useTimedApp('mode: enforce\n');
const { windowOf, stateOf, merge, deploy, released, said, labels } = monitoringScene(stage);

describe('an incident', () => {
  async function incidentOf(number: number, body = `Caused by #${number}.`) {
    stage.repository.setPermission('oncall', 'write');
    const issue = stage.repository.openIssue({ title: 'Checkout is down', body, labels: ['incident'] });
    await stage.app.settled();
    return issue.number;
  }

  it('that is tied to the change ends its window; taking the tie back opens it again', async () => {
    const { number } = await released();
    await stage.pass(HOUR);
    const incident = await incidentOf(number);
    expect(await windowOf(number)).toMatchObject({ state: 'incident', note: null, watcher: { login: null } });
    expect(labels(number)).toEqual([]);
    expect(said(number, 'watch')[0]).toContain('an incident was tied to this change');
    stage.repository.comment(number, '/impact monitored fine here', 'alice');
    await stage.app.settled();
    expect(said(number, 'reply')[0]).toContain('was not recorded');

    stage.repository.comment(incident, `/impact unlink #${number}`, 'oncall');
    await stage.app.settled();
    expect(await windowOf(number)).toMatchObject({ state: 'open', closedAt: null, watcher: { login: 'alice' } });
    expect(labels(number)).toEqual(['monitoring: open']);
  });

  it('whose tie is taken back after the end leaves a window that lapsed', async () => {
    const { number } = await released();
    const { endsAt } = (await windowOf(number)) ?? {};
    const incident = await incidentOf(number);
    await stage.pass(100 * HOUR);
    expect(await stateOf(number)).toBe('incident');
    stage.repository.comment(incident, `/impact unlink #${number}`, 'oncall');
    await stage.app.settled();
    expect(await windowOf(number)).toMatchObject({ state: 'lapsed', closedAt: endsAt });
  });

  it('that is no longer called one does not count', async () => {
    const { number } = await released();
    const incident = await incidentOf(number);
    expect(await stateOf(number)).toBe('incident');
    stage.repository.unlabel(incident, 'incident');
    await stage.app.settled();
    expect(await stateOf(number)).toBe('open');
  });

  it('that comes to light after the confirmation leaves what was said', async () => {
    const { number } = await released();
    stage.repository.comment(number, '/impact monitored fine', 'alice');
    await stage.app.settled();
    await stage.pass(HOUR);
    await incidentOf(number);
    expect(await stateOf(number)).toBe('done');
  });
});

describe('a revert', () => {
  async function revert(number: number, path = 'db/migrate/1.sql') {
    const undo = stage.repository.openPullRequest({
      title: `Revert "Pull request ${number}"`,
      body: `Reverts acme/shop#${number}`,
      files: [{ path, status: 'removed', additions: 0, deletions: filesOf(number)[0]?.additions ?? 0 }],
    });
    await stage.app.settled();
    stage.repository.merge(undo.number);
    await stage.app.settled();
    return undo.number;
  }
  const filesOf = (number: number) => {
    const { head } = stage.repository.pullRequest(number).pull;
    return stage.repository.state.commits.get(head.sha)?.files ?? [];
  };

  it('that is merged ends the window, and no later deployment opens it again', async () => {
    const { number } = await released();
    const undo = await revert(number);
    const merged = stage.repository.pullRequest(undo).pull.merged;
    expect(await windowOf(number)).toMatchObject({ state: 'reverted', closedAt: merged?.at });
    expect(labels(number)).toEqual([]);
    expect(said(number, 'watch')[0]).toContain('the change was reverted');
    await deploy(merged?.sha ?? '');
    expect(await stateOf(number)).toBe('reverted');
    expect(await windowOf(undo)).toBeNull();
    expect(said(undo, 'watch')).toEqual([]);
  });

  it('that ships together with the change leaves nothing to watch', async () => {
    await released('db/migrate/0.sql');
    const { number } = await merge();
    await revert(number);
    await deploy(stage.repository.headOf());
    expect(await windowOf(number)).toBeNull();
    expect(said(number)).toEqual([]);
  });

  it('that was merged before the release, and told of after it, closes what had opened', async () => {
    await released('db/migrate/0.sql');
    const { number } = await merge();
    stage.github.webhooks.hold();
    await revert(number);
    const held = stage.github.webhooks.takeHeld();
    stage.github.webhooks.release();
    await deploy(stage.repository.headOf());
    expect(await stateOf(number)).toBe('open');
    for (const delivery of held) await stage.github.webhooks.send(delivery);
    await stage.app.settled();
    expect(await stateOf(number)).toBe('reverted');
    expect(labels(number)).toEqual([]);
  });

  it('that takes something else back ends nothing', async () => {
    const { number } = await released();
    await revert(number, 'docs/other.md');
    expect(await stateOf(number)).toBe('open');
  });
});

describe('a rollback', () => {
  it('takes the change out; shipping it again opens the window anew', async () => {
    const first = await released();
    const second = await merge('db/migrate/2.sql', 'bob');
    await deploy(second.sha);
    await stage.pass(24 * HOUR);
    await deploy(first.sha);
    expect(await stateOf(first.number)).toBe('open');
    expect(await windowOf(second.number)).toMatchObject({ state: 'reverted' });
    expect(said(second.number, 'watch')[0]).toContain('older version was shipped over');
    expect(labels(second.number)).toEqual([]);

    await stage.pass(10 * HOUR);
    await deploy(second.sha);
    const again = await windowOf(second.number);
    expect(again).toMatchObject({ state: 'open', closedAt: null, watcher: { login: 'bob' } });
    expect(Date.parse(again?.openedAt ?? '')).toBeGreaterThan(stage.now() - HOUR);
    expect(labels(second.number)).toEqual(['monitoring: open']);
    expect(said(second.number, 'watch')).toHaveLength(1);
    // Three days from the new release, reminded once more.
    await stage.pass(61 * HOUR);
    expect(said(second.number, 'reminder')).toHaveLength(1);
    await stage.pass(13 * HOUR);
    expect(await stateOf(second.number)).toBe('lapsed');
  });

  it('leaves windows that were confirmed or lapsed as they are', async () => {
    const first = await released();
    const second = await merge('db/migrate/2.sql');
    await deploy(second.sha);
    stage.repository.comment(second.number, '/impact monitored fine', 'alice');
    await stage.app.settled();
    await deploy(first.sha);
    await deploy(second.sha);
    expect(await stateOf(second.number)).toBe('done');
  });

  it('after an incident is followed by a new watch of what ships again', async () => {
    const first = await released();
    const second = await merge('db/migrate/2.sql');
    await deploy(second.sha);
    stage.repository.openIssue({ title: 'Down', body: `Caused by #${second.number}.`, labels: ['incident'] });
    await stage.app.settled();
    await deploy(first.sha);
    expect(await stateOf(second.number)).toBe('incident');
    await stage.pass(HOUR);
    await deploy(second.sha);
    expect(await stateOf(second.number)).toBe('open');
    stage.repository.comment(second.number, '/impact monitored fixed by configuration', 'alice');
    await stage.app.settled();
    expect(await windowOf(second.number)).toMatchObject({ state: 'done', note: 'fixed by configuration' });
  });
});
