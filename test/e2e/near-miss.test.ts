import { describe, expect, it } from 'vitest';
import { issueKey } from '../../src/usecases/report-of-issue.ts';
import type { FileSpec } from '../support/fake-github/acts/commit-files.ts';
import { useApp } from '../support/use-app.ts';

describe('an emergency revert', () => {
  const stage = useApp('locale: en\n');

  const nearMissOf = (number: number) => {
    const { state, installationId } = stage.repository;
    const key = issueKey({ id: state.id, installationId: installationId ?? 0 }, number);
    return stage.app.deps.store.incidents.find({ ...key, source: 'revert' });
  };

  async function mergeAndRevert(between: () => unknown = () => {}, revertFiles?: readonly FileSpec[]) {
    const change = { path: 'app/cache.ts', status: 'modified', additions: 5, deletions: 2 } as const;
    const original = stage.repository.openPullRequest({ title: 'Faster cache', files: [change] });
    stage.repository.merge(original.number);
    await stage.app.settled();
    await between();
    const undo = { ...change, additions: 2, deletions: 5 };
    const revert = stage.repository.openPullRequest({
      title: `Revert "Faster cache (#${original.number})"`,
      body: `Reverts acme/shop#${original.number}`,
      files: revertFiles ?? [undo],
    });
    stage.repository.merge(revert.number);
    await stage.app.settled();
    return { original, revert };
  }

  it('is a near miss, judged by command on its pull request', async () => {
    stage.repository.setPermission('alice', 'write');
    const { original, revert } = await mergeAndRevert();
    expect(await nearMissOf(revert.number)).toMatchObject({
      kind: 'near-miss',
      state: 'resolved',
      statedCause: `#${original.number}`,
      paths: ['app/cache.ts'],
    });
    stage.repository.comment(revert.number, '/impact kind regression', 'alice');
    await stage.app.settled();
    expect((await nearMissOf(revert.number))?.kind).toBe('regression');
  });

  it('is none when an incident tells what happened', async () => {
    const { revert } = await mergeAndRevert(async () => {
      stage.repository.openIssue({ title: 'Down', body: null, labels: ['incident'] });
      await stage.app.settled();
    });
    expect(await nearMissOf(revert.number)).toBeNull();
  });

  it('is none when the diff does not take the change back', async () => {
    const { revert } = await mergeAndRevert(undefined, [
      { path: 'docs/a.md', status: 'modified', additions: 1, deletions: 1 },
    ]);
    expect(await nearMissOf(revert.number)).toBeNull();
  });
});
