import { describe, expect, it } from 'vitest';
import { monitoringScene, STATEMENT } from '../../support/monitoring-scene.ts';
import { HOUR, useTimedApp } from '../../support/use-timed-app.ts';

const CONFIG = 'mode: enforce\nmonitoring: { block-after: 2 }\n';
const stage = useTimedApp(CONFIG);
const { windowOf, stateOf, merge, deploy, deploysAlready, released, labels } = monitoringScene(stage);

const checkOf = (number: number) => {
  const { sha } = stage.repository.pullRequest(number).pull.head;
  return stage.repository.checkRuns(sha).find(({ name }) => name === 'Technical impact');
};

describe('the check of the author’s next pull request', () => {
  async function openNext(author = 'alice', changes: { readonly title?: string; readonly body?: string } = {}) {
    const next = stage.repository.openPullRequest({ body: STATEMENT, files: ['app/next.ts'], author, ...changes });
    await stage.app.settled();
    return next.number;
  }

  it('tells of open windows, and no longer when they are closed', async () => {
    const { number } = await released();
    const next = await openNext();
    const others = await openNext('bob');
    expect(checkOf(next)).toMatchObject({ conclusion: 'success' });
    expect(checkOf(next)?.output.summary).toContain(`being watched after release: #${number}`);
    expect(checkOf(others)?.output.summary).not.toContain('watched');
    stage.repository.comment(number, '/impact monitored fine', 'alice');
    await stage.app.settled();
    expect(checkOf(next)?.output.summary).not.toContain('watched');
  });

  it('holds it from the configured number on, says which and how to lift it, and lets go', async () => {
    const next = await openNext();
    const first = await released();
    expect(checkOf(next)).toMatchObject({ conclusion: 'success' });
    const second = await merge('db/migrate/2.sql');
    await deploy(second.sha);
    expect(checkOf(next)).toMatchObject({ conclusion: 'failure' });
    const { title, summary } = checkOf(next)?.output ?? {};
    expect(title).toContain('Released changes wait for a look');
    expect(summary).toContain(`#${first.number} and #${second.number}`);
    expect(summary).toContain('/impact monitored');
    expect(stage.repository.labelsOf(next)).toContain('impact: stated');

    stage.repository.setPermission('lead', 'maintain');
    stage.repository.comment(next, '/impact override the shop is down', 'lead');
    await stage.app.settled();
    expect(checkOf(next)).toMatchObject({ conclusion: 'success' });
    const other = await openNext();
    expect(checkOf(other)).toMatchObject({ conclusion: 'failure' });
    await stage.pass(80 * HOUR);
    expect(await stateOf(first.number)).toBe('lapsed');
    expect(checkOf(other)).toMatchObject({ conclusion: 'success' });
  });

  it('is neutral where the configuration only advises', async () => {
    stage.repository.writeFile('.github/impact.yml', CONFIG.replace('enforce', 'advise'));
    const { sha } = await released();
    const second = await merge('db/migrate/2.sql');
    await deploy(second.sha);
    const next = await openNext();
    expect(checkOf(next)).toMatchObject({ conclusion: 'neutral' });
    expect(sha).not.toBe(second.sha);
  });
});

describe('a deployment of many changes', () => {
  it('opens all windows at once and announces them at a pace; all lapse at their time', async () => {
    await deploysAlready();
    const numbers: number[] = [];
    let sha = '';
    for (let at = 0; at < 30; at += 1) {
      const { number } = stage.repository.openPullRequest({
        body: STATEMENT,
        files: [`db/migrate/${at}.sql`],
        author: `dev-${at}`,
      });
      await stage.app.settled();
      sha = stage.repository.merge(number);
      numbers.push(number);
    }
    await stage.app.settled();
    await deploy(sha);
    const windows = await Promise.all(numbers.map(windowOf));
    expect(windows.map((window) => window?.state)).toEqual(numbers.map(() => 'open'));
    await stage.pass(HOUR);
    const openedAt = Date.parse(windows[0]?.openedAt ?? '');
    const announcedAfter = numbers
      .flatMap((number) => stage.repository.comments(number))
      .map(({ createdAt }) => Date.parse(createdAt) - openedAt)
      .sort((a, b) => a - b);
    expect(announcedAfter).toHaveLength(30);
    // Twenty at once, then one every eight seconds.
    for (const [index, after] of announcedAfter.entries()) {
      expect(after).toBeGreaterThanOrEqual(Math.max(0, index - 19) * 8_000);
    }
    expect(numbers.every((number) => labels(number)[0] === 'monitoring: open')).toBe(true);
    await stage.pass(80 * HOUR);
    await stage.pass(HOUR);
    const [first] = windows;
    for (const number of numbers) {
      expect(await windowOf(number)).toMatchObject({ state: 'lapsed', closedAt: first?.endsAt });
      expect(labels(number)).toEqual(['monitoring: lapsed']);
    }
  }, 30_000);
});
