import { describe, expect, it } from 'vitest';
import { monitoringScene, STATEMENT } from '../../support/monitoring-scene.ts';
import { HOUR, useTimedApp } from '../../support/use-timed-app.ts';

const stage = useTimedApp('mode: enforce\nlocale: ja\nmonitoring: { remind: [24h, 12h] }\n');
const { windowOf, stateOf, deploysAlready, released, said, labels } = monitoringScene(stage);

describe('a restart', () => {
  it('between any two steps of a window’s life changes nothing and says nothing twice', async () => {
    await deploysAlready();
    const { number } = stage.repository.openPullRequest({ body: STATEMENT, files: ['db/migrate/1.sql'] });
    await stage.restart();
    const sha = stage.repository.merge(number);
    await stage.restart();
    stage.repository.deploy({ sha, environment: 'production' });
    await stage.app.settled();
    await stage.restart();
    expect(said(number, 'watch')).toHaveLength(1);
    expect(labels(number)).toEqual(['monitoring: open']);
    stage.skip(48 * HOUR);
    await stage.restart();
    expect(said(number, 'reminder')).toHaveLength(1);
    await stage.restart();
    stage.skip(12 * HOUR);
    await stage.restart();
    await stage.restart();
    expect(said(number, 'reminder')).toHaveLength(2);
    expect(said(number, 'reminder')[0]).toContain('@alice さん、');
    stage.repository.comment(number, '/impact monitored 問題なし', 'alice');
    // Taken in, and perhaps not worked off.
    await stage.github.webhooks.settled();
    await stage.restart();
    await stage.restart();
    expect(await windowOf(number)).toMatchObject({ state: 'done', note: '問題なし' });
    expect(said(number)).toHaveLength(3);
    expect(said(number, 'watch')[0]).toContain('> 問題なし');
    expect(labels(number)).toEqual(['monitoring: done']);
  });

  it('after the end settles the window at its end, and reminds nobody any more', async () => {
    const { number } = await released();
    const { endsAt } = (await windowOf(number)) ?? {};
    stage.skip(500 * HOUR);
    await stage.restart();
    expect(await windowOf(number)).toMatchObject({ state: 'lapsed', closedAt: endsAt });
    expect(said(number)).toHaveLength(1);
    const mark = stage.github.log.mark();
    await stage.restart();
    const writes = stage.github.log.since(mark).filter(({ method, path }) => method !== 'GET' && path !== '/graphql');
    expect(writes.filter(({ path }) => path.includes('/issues/'))).toEqual([]);
  });

  it('hears what was said in time, however late it is told', async () => {
    const { number } = await released();
    stage.github.webhooks.hold();
    stage.repository.comment(number, '/impact monitored fine', 'alice');
    const [comment] = stage.repository.comments(number).slice(-1);
    const held = stage.github.webhooks.takeHeld();
    stage.github.webhooks.release();
    stage.skip(100 * HOUR);
    await stage.restart();
    expect(await stateOf(number)).toBe('lapsed');
    for (const delivery of held) await stage.github.webhooks.send(delivery);
    await stage.app.settled();
    expect(await windowOf(number)).toMatchObject({ state: 'done', closedAt: comment?.createdAt });
    expect(labels(number)).toEqual(['monitoring: done']);
  });
});

describe('a clock that is set', () => {
  it('forward and back neither reminds twice nor opens what has lapsed', async () => {
    const { number } = await released();
    await stage.pass(50 * HOUR);
    expect(said(number, 'reminder')).toHaveLength(1);
    await stage.pass(-40 * HOUR);
    await stage.restart();
    await stage.pass(40 * HOUR);
    expect(said(number, 'reminder')).toHaveLength(1);
    await stage.pass(30 * HOUR);
    expect(await stateOf(number)).toBe('lapsed');
    await stage.pass(-60 * HOUR);
    await stage.restart();
    expect(await stateOf(number)).toBe('lapsed');
    expect(said(number, 'watch')).toHaveLength(1);
  });

  it('forward by mistake takes nothing away from who confirms in time', async () => {
    const { number } = await released();
    await stage.pass(80 * HOUR);
    expect(await stateOf(number)).toBe('lapsed');
    await stage.pass(-79 * HOUR);
    stage.repository.comment(number, '/impact monitored fine', 'alice');
    await stage.app.settled();
    expect(await stateOf(number)).toBe('done');
  });
});
