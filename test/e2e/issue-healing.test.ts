import { beforeEach, describe, expect, it } from 'vitest';
import { issueKey } from '../../src/usecases/report-of-issue.ts';
import { sweepAll } from '../../src/usecases/sweep-all.ts';
import { useApp } from '../support/use-app.ts';

describe('events of issues that were lost', () => {
  const stage = useApp('incidents: { from: { issues: { labels: [incident] } } }\n');

  // The stand-in's clock is another than the App's.
  beforeEach(() => stage.app.deps.store.looks.save(stage.repository.state.id, Date.UTC(2026, 8, 1)));

  const find = (number: number) => {
    const { state, installationId } = stage.repository;
    const key = issueKey({ id: state.id, installationId: installationId ?? 0 }, number);
    return stage.app.deps.store.incidents.find(key);
  };
  /** Acts while nobody listens. */
  function unheard(act: () => void): void {
    stage.github.webhooks.hold();
    act();
    stage.github.webhooks.takeHeld();
    stage.github.webhooks.release();
  }
  const sweep = () => stage.costOf(() => sweepAll(stage.app.deps, 'hourly'));

  it('are found by the sweep: opened, edited, closed, labelled and no longer so', async () => {
    const spec = { title: 'Down', body: 'words', labels: ['incident'] };
    const [edited, unlabelled] = [stage.repository.openIssue(spec).number, stage.repository.openIssue(spec).number];
    const idea = stage.repository.openIssue({ title: 'Idea' }).number;
    await stage.app.settled();
    await sweep();
    let opened = 0;
    unheard(() => {
      stage.repository.editBody(edited, '### Kind\n\nInquiry');
      stage.repository.close(edited);
      stage.repository.unlabel(unlabelled, 'incident');
      stage.repository.label(idea, ['incident', 'near miss']);
      opened = stage.repository.openIssue(spec).number;
    });
    await stage.app.settled();
    expect(await find(opened)).toBeNull();
    await sweep();
    expect(await find(edited)).toMatchObject({ kind: 'inquiry', state: 'resolved' });
    expect(await find(unlabelled)).toMatchObject({ state: 'withdrawn' });
    expect(await find(idea)).toMatchObject({ kind: 'near-miss', state: 'open' });
    expect(await find(opened)).toMatchObject({ title: 'Down', state: 'open' });
  });

  it('more than a page of them', async () => {
    const numbers: number[] = [];
    unheard(() => {
      for (let count = 0; count < 130; count += 1) {
        const labels = count % 10 === 0 ? ['incident'] : [];
        const { number } = stage.repository.openIssue({ title: `Issue ${count}`, labels });
        if (labels.length > 0) numbers.push(number);
      }
    });
    await sweep();
    for (const number of numbers) expect(await find(number)).toMatchObject({ state: 'open' });
  });

  it('cost one call where nothing was lost, and none where nobody listens', async () => {
    stage.repository.openIssue({ title: 'Down', labels: ['incident'] });
    await stage.app.settled();
    await sweep();
    await sweep();
    const calls = await sweep();
    const before = calls.filter((operation) => operation === 'graphql').length;
    stage.repository.writeFile('.github/impact.yml', 'incidents: { from: { issues: { repositories: [acme/other] } } }');
    await stage.app.settled();
    const after = (await sweep()).filter((operation) => operation === 'graphql').length;
    expect(before - after).toBe(1);
    expect(calls.filter((operation) => operation === 'issues/get')).toEqual([]);
  });
});
