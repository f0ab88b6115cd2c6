import { describe, expect, it } from 'vitest';
import { registerAllInstallations } from '../../src/usecases/register-installation.ts';
import { removeRepositories } from '../../src/usecases/save-repository.ts';
import { useApp } from '../support/use-app.ts';

const GOOD = '## Technical impact\n\nSearch results are cached for a minute, so new items show up later.\n';

describe('trouble that does not pass', () => {
  const stage = useApp('mode: enforce\n');
  const counts = () => stage.app.parts.queue.counts();

  it('a comment deleted before its answer keeps nothing waiting', async () => {
    const { number } = stage.repository.openPullRequest({ body: '', files: ['a.ts'] });
    await stage.app.settled();
    stage.github.webhooks.hold();
    const comment = stage.repository.comment(number, '/impact none only comments change', 'alice');
    const held = stage.github.webhooks.takeHeld();
    stage.repository.deleteComment(comment.id, 'alice');
    stage.github.webhooks.release();
    for (const delivery of held) await stage.github.webhooks.send(delivery);
    await stage.app.settled();
    expect(await counts()).toEqual({ waiting: 0, scheduled: 0, running: 0, dead: 0 });
    expect(stage.seen(number)).toMatchObject({ conclusion: 'success', labels: ['risk: low', 'impact: none'] });
  });

  it('a re-run of the configuration check is written again, for GitHub has cleared it', async () => {
    const files = [{ path: '.github/impact.yml', text: 'mode: advise\n' }];
    const { pull } = stage.repository.openPullRequest({ body: GOOD, files });
    await stage.app.settled();
    const run = stage.repository.checkRuns(pull.head.sha).find(({ name }) => name === 'Hiyari config');
    expect(run?.conclusion).toBe('success');
    const cost = await stage.costOf(() => stage.repository.rerequest(run?.id ?? 0));
    expect(cost.filter((operation) => operation === 'checks/update')).toHaveLength(2);
    const names = stage.repository.checkRuns(pull.head.sha).map(({ name, status }) => `${name}: ${status}`);
    expect(names.sort()).toEqual(['Hiyari config: completed', 'Technical impact: completed']);
  });

  it('an installation that was removed while nobody listened is forgotten', async () => {
    const { store } = stage.app.deps;
    const ghost = { id: 99, owner: 'gone', name: 'gone', defaultBranch: 'main', private: false, installationId: 4242 };
    await store.repositories.save(ghost);
    await registerAllInstallations(stage.app.deps);
    await stage.app.settled();
    expect(await store.repositories.find(ghost.id)).toBeNull();
    expect((await store.repositories.all()).map(({ name }) => name)).toEqual(['shop']);
    expect(await counts()).toEqual({ waiting: 0, scheduled: 0, running: 0, dead: 0 });
  });

  it('a repository that was transferred is not forgotten by its former installation', async () => {
    const { store } = stage.app.deps;
    const [shop] = await store.repositories.all();
    const repositoryIds = [shop?.id ?? 0];
    await removeRepositories(stage.app.deps, [{ installationId: 4242, repositoryIds }]);
    expect(await store.repositories.all()).toHaveLength(1);
    await removeRepositories(stage.app.deps, [{ installationId: shop?.installationId ?? 0, repositoryIds }]);
    expect(await store.repositories.all()).toEqual([]);
  });
});
