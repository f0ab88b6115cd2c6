import { expect, it } from 'vitest';
import { forgetLabel } from '../../src/usecases/forget-label.ts';
import { useApp } from '../support/use-app.ts';

const stage = useApp('mode: enforce\n');

it('a label that was deleted is created again with its colour when it is wanted', async () => {
  stage.repository.openPullRequest({ body: '', files: ['a.ts'] });
  await stage.app.settled();
  const [repository] = await stage.app.deps.store.repositories.all();
  if (repository === undefined) throw new Error('no repository is known');
  const labels = stage.repository.state.labels;
  const before = labels.get('risk: low');
  labels.delete('risk: low');
  await forgetLabel(stage.app.deps, [{ repository, name: 'Risk: low' }]);
  const cost = await stage.costOf(() => stage.repository.openPullRequest({ body: '', files: ['b.ts'] }));
  expect(cost).toContain('issues/create-label');
  expect(labels.get('risk: low')).toMatchObject({ color: before?.color, description: before?.description });
});
