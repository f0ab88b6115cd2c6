import { describe, expect, it } from 'vitest';
import { monitoringScene, STATEMENT } from '../../support/monitoring-scene.ts';
import { HOUR, useTimedApp } from '../../support/use-timed-app.ts';

const CONFIG = 'mode: enforce\nmonitoring: { environments: [production], remind: [24h, 12h] }\n';

const stage = useTimedApp(CONFIG);
const { windowOf, merge, deploysAlready, released, said, labels } = monitoringScene(stage);

describe('the window of a released change', () => {
  it('opens with its deployment, is announced once, reminds twice and is confirmed', async () => {
    const { number } = await released();
    const opened = await windowOf(number);
    expect(opened).toMatchObject({
      state: 'open',
      level: 'high',
      environment: 'production',
      openedBy: 'deployment',
      watcher: { login: 'alice' },
    });
    expect(Date.parse(opened?.endsAt ?? '') - Date.parse(opened?.openedAt ?? '')).toBe(72 * HOUR);
    expect(labels(number)).toEqual(['monitoring: open']);
    expect(said(number)).toHaveLength(1);
    expect(said(number)[0]).toContain('> Error rate of invoices, @&#8203;everyone #&#8203;1');
    expect(said(number)[0]).toContain('`/impact monitored [what was seen]`');

    await stage.pass(47 * HOUR);
    expect(said(number)).toHaveLength(1);
    await stage.pass(2 * HOUR);
    expect(said(number)).toHaveLength(2);
    expect(said(number)[1]).toContain('@alice, a reminder');
    await stage.pass(12 * HOUR);
    expect(said(number)).toHaveLength(3);

    stage.repository.comment(number, '/impact monitored errors are flat', 'alice');
    await stage.app.settled();
    expect(await windowOf(number)).toMatchObject({
      state: 'done',
      note: 'errors are flat',
      watcher: { login: null },
    });
    expect(labels(number)).toEqual(['monitoring: done']);
    expect(said(number)).toHaveLength(3);
    expect(said(number)[0]).toContain('> errors are flat');
    await stage.pass(100 * HOUR);
    expect(await windowOf(number)).toMatchObject({ state: 'done' });
    expect(said(number)).toHaveLength(3);
  });

  it('lapses at its end; a late word is kept as late', async () => {
    const { number } = await released();
    const { endsAt = '' } = (await windowOf(number)) ?? {};
    await stage.pass(80 * HOUR);
    expect(await windowOf(number)).toMatchObject({ state: 'lapsed', closedAt: endsAt, note: null });
    expect(labels(number)).toEqual(['monitoring: lapsed']);
    // The end had come before anybody could be reminded.
    expect(said(number)).toHaveLength(1);
    stage.repository.comment(number, '/impact monitored looked fine', 'alice');
    await stage.app.settled();
    expect(await windowOf(number)).toMatchObject({ state: 'lapsed', closedAt: endsAt, note: 'looked fine' });
    expect(labels(number)).toEqual(['monitoring: lapsed']);
    expect(said(number)[0]).toContain('> looked fine');
  });

  it('is confirmed by its box, and the box takes it back', async () => {
    const { number } = await released();
    const ours = stage.repository.comments(number).find(({ byApp }) => byApp);
    const tick = (from: string, to: string, by: string) => {
      stage.repository.editComment(ours?.id ?? 0, (said(number)[0] ?? '').replace(from, to), by);
      return stage.app.settled();
    };
    await tick('[ ]', '[x]', 'mallory');
    expect(await windowOf(number)).toMatchObject({ state: 'open' });
    expect(said(number)[0]).toContain('[ ]');
    stage.repository.setPermission('bob', 'write');
    await tick('[ ]', '[x]', 'bob');
    expect(await windowOf(number)).toMatchObject({ state: 'done', note: '' });
    await tick('[x]', '[ ]', 'bob');
    expect(await windowOf(number)).toMatchObject({ state: 'open', closedAt: null, watcher: { login: 'alice' } });
    expect(labels(number)).toEqual(['monitoring: open']);
  });

  it('hears nobody without the right to say so, and says why', async () => {
    const { number } = await released();
    stage.repository.comment(number, '/impact monitored all good', 'mallory');
    await stage.app.settled();
    expect(await windowOf(number)).toMatchObject({ state: 'open' });
    expect(said(number).at(-1)).toContain('write access');
  });

  it('does not open for a low risk, nor for a change of another branch', async () => {
    await deploysAlready();
    const { number, sha } = await merge('docs/guide.md');
    stage.repository.pushTo('release/1', ['app/old.ts']);
    const other = stage.repository.openPullRequest({ base: 'release/1', files: ['db/migrate/9.sql'] });
    await stage.app.settled();
    stage.repository.merge(other.number);
    stage.repository.deploy({ sha, environment: 'production' });
    await stage.app.settled();
    expect(await windowOf(number)).toBeNull();
    expect(await windowOf(other.number)).toBeNull();
    expect(said(number)).toEqual([]);
    stage.repository.comment(number, '/impact monitored ok', 'alice');
    await stage.app.settled();
    expect(said(number).at(-1)).toContain('not being watched');
  });

  it('is the merger’s to watch where the author is a bot', async () => {
    await deploysAlready();
    const author = { login: 'renovate[bot]', type: 'Bot' } as const;
    const { number } = stage.repository.openPullRequest({ body: STATEMENT, files: ['db/migrate/1.sql'], author });
    await stage.app.settled();
    const sha = stage.repository.merge(number, { by: 'carol' });
    stage.repository.deploy({ sha, environment: 'production' });
    await stage.app.settled();
    expect(await windowOf(number)).toMatchObject({ state: 'open', watcher: { login: 'carol' } });
    await stage.pass(49 * HOUR);
    expect(said(number)[1]).toContain('@carol');
  });

  it('reminds the merger when the author’s account is gone', async () => {
    await deploysAlready();
    const { number } = stage.repository.openPullRequest({
      body: STATEMENT,
      files: ['db/migrate/1.sql'],
      author: 'dave',
    });
    await stage.app.settled();
    const sha = stage.repository.merge(number, { by: 'carol' });
    stage.repository.deploy({ sha, environment: 'production' });
    await stage.app.settled();
    stage.github.world.accounts.delete('dave');
    await stage.pass(49 * HOUR);
    expect(said(number)[1]).toContain('@carol');
  });

  it('lets a reminder go out once, even when its answer is lost', async () => {
    const { number } = await released();
    stage.github.faults.next({ operationId: 'issues/create-comment', phase: 'after', kind: '502' });
    await stage.pass(49 * HOUR);
    await stage.pass(HOUR);
    expect(said(number)).toHaveLength(2);
  });
});
