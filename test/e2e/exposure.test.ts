import { describe, expect, it } from 'vitest';
import { unitOf } from '../../src/domain/exposure/exposure.ts';
import { useApp } from '../support/use-app.ts';

const GOOD = '## Technical impact\n\nInvoices are sorted by the database; the page is slower by a millisecond.\n';
const stage = useApp('mode: enforce\n');

const store = () => stage.app.deps.store;
const id = () => stage.repository.state.id;
const kept = (number: number) => store().exposures.find(id(), `#${number}`);
const between = async (after: string | null) =>
  (await store().exposures.between(id(), after, stage.repository.headOf())).map(unitOf);

describe('a merged pull request', () => {
  it('is kept with what we said of it, how it was reviewed and when it was ready', async () => {
    const { repository, app } = stage;
    const { number } = repository.openPullRequest({
      body: GOOD,
      draft: true,
      files: ['db/migrate/1.sql'],
      milestone: 'Q3',
    });
    repository.setDraft(number, false);
    repository.review(number, 'bob', 'changes_requested');
    repository.push(number, ['app/more.ts']);
    repository.review(number, 'bob', 'approved');
    repository.review(number, 'carol', 'approved');
    await app.settled();
    const said = await store().opinions.find(id(), number);
    const cost = await stage.costOf(() => repository.merge(number));
    expect(await kept(number)).toMatchObject({
      number,
      sha: repository.headOf(),
      method: 'squash',
      toDefaultBranch: true,
      headRef: `change-${number}`,
      milestone: 'Q3',
      reviewRounds: 2,
      changedFiles: 2,
      files: [{ path: 'db/migrate/1.sql' }, { path: 'app/more.ts' }],
      author: { type: 'user' },
      judgement: {
        source: 'at-merge',
        verdict: 'filled',
        conclusion: said?.decision.conclusion,
        level: said?.assessment.level,
        mode: 'enforce',
        configHash: said?.configHash,
        blastRadius: expect.stringContaining('slower by a millisecond'),
      },
    });
    // One for the pull request, one for its place on the main line, and the direct push it may be taken for at first.
    expect(cost.filter((call) => call === 'graphql')).toHaveLength(2);
  });

  it('of a release branch is kept, and does not count for the default branch', async () => {
    const { repository, app } = stage;
    repository.pushTo('release/1', ['app/old.ts']);
    const { number } = repository.openPullRequest({ base: 'release/1' });
    repository.merge(number);
    await app.settled();
    expect(await kept(number)).toMatchObject({ baseRef: 'release/1', toDefaultBranch: false });
    expect(await between(null)).not.toContain(`#${number}`);
  });

  it('is kept once, however often and in whatever order it is told of', async () => {
    const { repository, app, github } = stage;
    github.webhooks.hold();
    const { number } = repository.openPullRequest({ body: GOOD });
    repository.push(number, ['app/second.ts']);
    repository.merge(number, { method: 'rebase' });
    const held = github.webhooks.takeHeld();
    github.webhooks.release();
    for (const delivery of [...held].reverse()) await github.webhooks.send(delivery);
    await app.settled();
    expect(await between(null)).toContain(`#${number}`);
    expect((await between(null)).filter((unit) => unit === `#${number}`)).toHaveLength(1);
    expect(await kept(number)).toMatchObject({ method: 'rebase', commits: 2 });
  });

  it('is found by the sweep when nobody told of it', async () => {
    const { repository, app, github } = stage;
    const { number } = repository.openPullRequest({ body: GOOD });
    await app.settled();
    github.webhooks.hold();
    repository.merge(number);
    github.webhooks.takeHeld();
    github.webhooks.release();
    const { sweepAll } = await import('../../src/usecases/sweep-all.ts');
    await sweepAll(app.deps, 'hourly');
    await app.settled();
    expect(await kept(number)).toMatchObject({ judgement: { source: 'at-merge', verdict: 'filled' } });
  });
});

describe('the main line', () => {
  it('holds merges of all kinds and direct pushes, in their order', async () => {
    const { repository, app } = stage;
    const start = repository.headOf();
    const numbers: number[] = [];
    for (const method of ['squash', 'merge', 'rebase', 'push'] as const) {
      const { number } = repository.openPullRequest({ files: [`app/${method}.ts`] });
      repository.merge(number, { method });
      numbers.push(number);
      await app.settled();
    }
    const direct = repository.pushTo('main', ['app/direct.ts'], 'Straight onto main');
    await app.settled();
    expect(await between(start)).toEqual([...numbers.map((number) => `#${number}`), direct]);
    expect(await store().exposures.find(id(), direct)).toMatchObject({
      number: null,
      method: 'push',
      title: 'Straight onto main',
      reviewRounds: null,
      judgement: null,
      files: [{ path: 'app/direct.ts' }],
    });
  });
});

describe('deployments and releases', () => {
  it('are kept, and tell which change they brought', async () => {
    const { repository, app } = stage;
    const { number } = repository.openPullRequest({ body: GOOD });
    const sha = repository.merge(number);
    repository.deploy({ sha, environment: 'production', state: 'failure' });
    repository.pushTo('main', ['app/next.ts']);
    const deployed = repository.deploy({ sha: repository.headOf(), environment: 'production' });
    const released = repository.release('v1.0.0');
    await app.settled();
    expect(await store().deployments.firstWith(id(), sha)).toMatchObject([
      { kind: 'deployment', id: deployed.id, environment: 'production', state: 'success' },
      { kind: 'release', id: released.id, environment: 'release', sha: repository.headOf() },
    ]);
  });
});
