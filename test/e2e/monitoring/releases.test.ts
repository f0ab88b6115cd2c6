import { describe, expect, it } from 'vitest';
import { lanes } from '../../../src/usecases/lanes.ts';
import { newJob } from '../../../src/usecases/new-job.ts';
import { monitoringScene, STATEMENT } from '../../support/monitoring-scene.ts';
import { HOUR, useTimedApp } from '../../support/use-timed-app.ts';

const stage = useTimedApp('mode: enforce\n');
const { windowOf, stateOf, merge, deploy, deploysAlready, released, said } = monitoringScene(stage);
const calls = (mark: number) => stage.github.log.since(mark).map(({ operationId }) => operationId);

describe('what counts as the release', () => {
  it('is the merge where nothing tells of deployments', async () => {
    const { number } = await merge();
    const merged = stage.repository.pullRequest(number).pull.merged;
    expect(await windowOf(number)).toMatchObject({ openedBy: 'merge', environment: 'main', openedAt: merged?.at });
    expect(said(number, 'watch')[0]).toContain('the merge counts as the release');
  });

  it('is a published release where there are no deployments', async () => {
    stage.repository.release('v1');
    await stage.app.settled();
    const { number, sha } = await merge();
    expect(await windowOf(number)).toBeNull();
    stage.repository.release('v2', sha);
    await stage.app.settled();
    expect(await windowOf(number)).toMatchObject({ state: 'open', openedBy: 'release', environment: 'release' });
  });

  it('is the deployment, once there is one: a window that the merge opened counts from it', async () => {
    const { number, sha } = await merge();
    await stage.pass(5 * HOUR);
    await deploy(sha);
    const window = await windowOf(number);
    expect(window).toMatchObject({ state: 'open', openedBy: 'deployment', environment: 'production' });
    expect(Date.parse(window?.openedAt ?? '')).toBeGreaterThan(stage.now() - HOUR);
    expect(said(number, 'watch')).toHaveLength(1);
  });

  it('is neither a failed deployment nor one to an environment that nobody watches', async () => {
    await deploysAlready();
    const { number, sha } = await merge();
    await deploy(sha, 'staging');
    await deploy(sha, 'production', 'failure');
    await deploy(sha, 'production', 'in_progress');
    expect(await windowOf(number)).toBeNull();
    await deploy(sha, 'Production');
    expect(await windowOf(number)).toMatchObject({ environment: 'Production' });
  });
});

describe('deployments', () => {
  it('in any order open the same window', async () => {
    await deploysAlready();
    const first = await merge();
    const second = await merge('db/migrate/2.sql');
    stage.github.webhooks.hold();
    stage.repository.deploy({ sha: first.sha, environment: 'production' });
    stage.skip(HOUR);
    stage.repository.deploy({ sha: second.sha, environment: 'production' });
    const held = stage.github.webhooks.takeHeld();
    stage.github.webhooks.release();
    for (const delivery of held.toReversed()) {
      await stage.github.webhooks.send(delivery);
      await stage.app.settled();
    }
    const [one, two] = [await windowOf(first.number), await windowOf(second.number)];
    expect(Date.parse(two?.openedAt ?? '') - Date.parse(one?.openedAt ?? '')).toBeGreaterThanOrEqual(HOUR);
    expect([one?.state, two?.state]).toEqual(['open', 'open']);
    expect(said(first.number, 'watch')).toHaveLength(1);
  });

  it('that are told before the merge and its push open the window when those are', async () => {
    await deploysAlready();
    const { number } = stage.repository.openPullRequest({ body: STATEMENT, files: ['db/migrate/1.sql'] });
    await stage.app.settled();
    stage.github.webhooks.hold();
    const sha = stage.repository.merge(number);
    stage.repository.deploy({ sha, environment: 'production' });
    const held = stage.github.webhooks.takeHeld();
    stage.github.webhooks.release();
    for (const delivery of held.toReversed()) {
      await stage.github.webhooks.send(delivery);
      await stage.app.settled();
    }
    expect(await stateOf(number)).toBe('open');
  });

  it('make up for a push that nobody told of', async () => {
    await deploysAlready();
    const { number } = stage.repository.openPullRequest({ body: STATEMENT, files: ['db/migrate/1.sql'] });
    await stage.app.settled();
    stage.github.webhooks.hold();
    const sha = stage.repository.merge(number);
    const held = stage.github.webhooks.takeHeld();
    stage.github.webhooks.release();
    for (const delivery of held.filter(({ event }) => event !== 'push')) await stage.github.webhooks.send(delivery);
    await stage.app.settled();
    await deploy(sha);
    expect(await stateOf(number)).toBe('open');
  });

  it('of a release branch bring what it was cut from, found by one comparison that is kept', async () => {
    await deploysAlready();
    const first = await merge();
    const branch = stage.repository.openPullRequest({ body: STATEMENT, files: ['app/hotfix.ts'] });
    await stage.app.settled();
    const second = await merge('db/migrate/2.sql');
    const mark = stage.github.log.mark();
    await deploy(branch.pull.head.sha);
    await deploy(branch.pull.head.sha);
    expect(calls(mark).filter((call) => call === 'repos/compare-commits-with-basehead')).toHaveLength(1);
    expect(await stateOf(first.number)).toBe('open');
    expect(await windowOf(second.number)).toBeNull();
  });

  it('of commits that are not in the repository change nothing, however many', async () => {
    const { number } = await released();
    const mark = stage.github.log.mark();
    const { installationId } = stage.repository;
    const repositoryId = stage.repository.state.id;
    const repository = await stage.app.deps.store.repositories.find(repositoryId);
    if (repository === null) throw new Error('the repository is known by now');
    const at = new Date(stage.now()).toISOString();
    const deployed = Array.from({ length: 3_000 }, (_, index) => ({
      ...{ repositoryId, kind: 'deployment' as const, id: 9_000_000 + index, environment: 'production' },
      ...{ sha: index.toString(16).padStart(40, 'e'), state: 'success' as const, at },
    }));
    const place = { lane: lanes.deployments(repositoryId), key: 'deployment', installationId };
    await stage.app.parts.queue.enqueue(
      deployed.map((deployment) => newJob('record-deployment', { repository, deployment }, place)),
    );
    await stage.app.settled();
    await merge('db/migrate/3.sql');
    expect(calls(mark).filter((call) => call === 'repos/compare-commits-with-basehead').length).toBeLessThanOrEqual(
      100,
    );
    expect(await stateOf(number)).toBe('open');
    expect(await stage.app.parts.queue.counts()).toMatchObject({ dead: 0 });
  });

  it('told again change nothing and cost nothing', async () => {
    const { number, sha } = await released();
    const before = await windowOf(number);
    const mark = stage.github.log.mark();
    await deploy(sha);
    for (const delivery of stage.github.webhooks.sent.filter(({ event }) => event === 'deployment_status')) {
      await stage.github.webhooks.redeliver(delivery.id);
    }
    await stage.app.settled();
    expect(await windowOf(number)).toEqual(before);
    expect(calls(mark)).toEqual([]);
  });

  it('of a branch that was rewritten leave out what it no longer holds', async () => {
    const base = await deploysAlready();
    const gone = await merge();
    stage.repository.resetTo('main', base);
    const next = await merge('db/migrate/2.sql');
    await deploy(next.sha);
    expect(await stateOf(next.number)).toBe('open');
    expect(await windowOf(gone.number)).toBeNull();
  });
});
