import { describe, expect, it } from 'vitest';
import { HOUR, useTimedApp } from '../support/use-timed-app.ts';

const DAY = 24 * HOUR;
const stage = useTimedApp('report: { every: month, to: issue }\nlocale: ja\n', Date.UTC(2026, 7, 3));

/** Issues that hold a report, by number. */
function reports() {
  return [...stage.repository.state.issues.values()]
    .filter(({ pull, body }) => pull === null && body?.startsWith('<!-- hiyari:report') === true)
    .map(({ number, title, body, state }) => ({ number, title, body: body ?? '', state }));
}

/** An hourly sweep some days later. */
async function later(days: number): Promise<void> {
  stage.skip(days * DAY);
  await stage.restart();
}

function merge(): void {
  const { number } = stage.repository.openPullRequest({
    body: '## Technical impact\nNone: a typo',
    files: ['README.md'],
  });
  stage.repository.merge(number);
}

async function changesOf(act: () => Promise<void>): Promise<readonly string[]> {
  const mark = stage.github.log.mark();
  await act();
  return stage.github.log
    .since(mark)
    .filter(({ method, path }) => method !== 'GET' && /\/issues(\/\d+)?$/.test(path))
    .map(({ method, path }) => `${method} ${path.replace(/^.*\/issues/, 'issues')}`);
}

describe('a report in an issue', () => {
  it('is opened when there is something to tell, edited in place, and ended with its period', async () => {
    await later(1);
    expect(reports()).toEqual([]);
    merge();
    await stage.app.settled();
    expect(await changesOf(() => later(8))).toEqual(['POST issues']);
    const [first] = reports();
    expect(first).toMatchObject({ title: '影響レポート: acme/shop 2026 年 8 月', state: 'open' });
    expect(first?.body.split('\n')[1]).toMatch(/^\*\*改善施策が登録されていないため/);
    expect(first?.body).toContain('期間の途中のため');

    expect(await changesOf(() => stage.restart())).toEqual([]);
    expect(await changesOf(() => later(7))).toEqual([`PATCH issues/${first?.number}`]);
    expect(await changesOf(() => later(14))).toEqual([`PATCH issues/${first?.number}`]);
    expect(reports()[0]?.body).not.toContain('期間の途中のため');
    expect(reports()).toHaveLength(1);

    merge();
    await stage.app.settled();
    expect(await changesOf(() => later(8))).toEqual(['POST issues']);
    const [, second] = reports();
    expect(second?.title).toBe('影響レポート: acme/shop 2026 年 9 月');
    expect(second?.body).toContain(`[前期のレポート](https://redirect.github.com/acme/shop/issues/${first?.number})`);
  });

  it('is written back when somebody edits it, and left closed when somebody closes it', async () => {
    merge();
    await stage.app.settled();
    await later(8);
    const { number, body } = reports()[0] ?? { number: 0, body: '' };
    stage.repository.editBody(number, `${body}\nit was all their fault`, 'mallory');
    await stage.app.settled();
    expect(reports()[0]?.body).toBe(body);
    stage.repository.editTitle(number, 'Nothing to see', 'mallory');
    await stage.app.settled();
    expect(reports()[0]?.title).toBe('影響レポート: acme/shop 2026 年 8 月');

    stage.repository.close(number);
    await stage.app.settled();
    expect(await changesOf(() => later(7))).toEqual([`PATCH issues/${number}`]);
    expect(reports()).toMatchObject([{ number, state: 'closed' }]);
  });

  it('is opened anew once when it was deleted or moved away, and then no more', async () => {
    merge();
    await stage.app.settled();
    await later(8);
    const elsewhere = stage.github.repository('acme/elsewhere');
    stage.repository.transferIssue(reports()[0]?.number ?? 0, elsewhere);
    await stage.app.settled();
    expect(await changesOf(() => later(7))).toEqual(['POST issues']);
    expect(reports()).toHaveLength(1);
    stage.repository.deleteIssue(reports()[0]?.number ?? 0);
    await stage.app.settled();
    expect(await changesOf(() => later(7))).toEqual([]);
    expect(reports()).toEqual([]);
  });

  it('is opened anew when nobody told that it was deleted', async () => {
    merge();
    await stage.app.settled();
    await later(8);
    stage.repository.state.issues.delete(reports()[0]?.number ?? 0);
    expect(await changesOf(() => later(7))).toEqual(['POST issues']);
  });

  it('is found again when the answer to its opening was lost', async () => {
    merge();
    await stage.app.settled();
    await later(8);
    const [report] = reports();
    const kept = await stage.app.deps.store.reports.find(stage.repository.state.id, '2026-08');
    if (kept === null) throw new Error('nothing was kept');
    await stage.app.deps.store.reports.save({ ...kept, issueNumber: null, moment: '2026-08-08' });
    await later(7);
    expect(reports().map(({ number }) => number)).toEqual([report?.number]);
    expect(await stage.app.deps.store.reports.inIssue(stage.repository.state.id, report?.number ?? 0)).not.toBeNull();
  });

  it.each([
    ['opened', 'issues/create', 8],
    ['edited', 'issues/update', 7],
  ] as const)('is %s all the same when GitHub is down at that moment', async (_, operationId, days) => {
    merge();
    await stage.app.settled();
    if (operationId === 'issues/update') await later(8);
    stage.github.faults.next({ kind: '502', operationId, times: 100 });
    await later(days);
    stage.github.faults.clear();
    await stage.restart();
    await stage.app.converged();
    const { body = '' } = reports()[0] ?? {};
    const kept = await stage.app.deps.store.reports.find(stage.repository.state.id, '2026-08');
    expect(kept).toMatchObject({ moment: operationId === 'issues/create' ? '2026-08-08' : '2026-08-15' });
    expect(body).toBe(kept?.body);
    expect(reports()).toHaveLength(1);
  });

  it('is written back when an edit and another event are told at once', async () => {
    merge();
    await stage.app.settled();
    await later(8);
    const { number, body } = reports()[0] ?? { number: 0, body: '' };
    stage.github.webhooks.hold();
    stage.repository.editBody(number, 'it was all their fault', 'mallory');
    stage.repository.close(number);
    const held = stage.github.webhooks.takeHeld();
    stage.github.webhooks.release();
    await Promise.all(held.map((delivery) => stage.github.webhooks.send(delivery)));
    await stage.app.settled();
    expect(reports()).toMatchObject([{ body, state: 'closed' }]);
  });

  it('is not asked for again and again where issues are switched off', async () => {
    merge();
    await stage.app.settled();
    stage.github.faults.next({ kind: '410', operationId: 'issues/create', times: 100 });
    expect(await changesOf(() => later(8))).toEqual(['POST issues']);
    expect(await changesOf(() => stage.restart())).toEqual([]);
    stage.github.faults.clear();
    expect(await changesOf(() => later(7))).toEqual(['POST issues']);
    expect(reports()).toHaveLength(1);
  });

  it('is not written twice when the clock is set back', async () => {
    merge();
    await stage.app.settled();
    await later(8);
    await later(7);
    expect(await changesOf(() => later(-9))).toEqual([]);
    expect(reports()).toHaveLength(1);
  });

  it('is no incident, whatever label it gets', async () => {
    merge();
    await stage.app.settled();
    await later(8);
    stage.repository.label(reports()[0]?.number ?? 0, ['incident']);
    await stage.app.settled();
    expect(reports()).toHaveLength(1);
    const period = { from: 0, to: Date.UTC(2030, 0, 1) };
    const { id, installationId } = { ...stage.repository.state, installationId: stage.repository.installationId ?? 0 };
    expect(await stage.app.deps.store.incidents.between({ installationId, repositoryId: id, ...period })).toEqual([]);
  });
});
