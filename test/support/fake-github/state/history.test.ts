import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRepository } from '../acts/create-repository.ts';
import { createSceneRepository } from '../scene/create-scene-repository.ts';
import { createAppIdentity } from './app-identity.ts';
import type { FileChange, FileStatus } from './git-objects.ts';
import { compareCommits, mergeFileChanges } from './history.ts';
import { createIds } from './ids.ts';
import { createWorld } from './world.ts';

function scene() {
  const ids = createIds(1);
  const world = createWorld({ app: createAppIdentity(ids, '2026-08-01T00:00:00Z'), ids, now: () => 0 });
  const owner = { id: 1, login: 'acme', type: 'Organization' } as const;
  const spec = { owner, name: 'shop', private: false, fork: false, defaultBranch: 'main' };
  return createSceneRepository(world, createRepository(world, spec));
}

function change(status: FileStatus, path: string, previousPath?: string): FileChange {
  const renamed = previousPath === undefined ? {} : { previousPath };
  return { path, status, additions: 1, deletions: 1, blobSha: 'b', ...renamed };
}

describe('changes of successive commits fold into one per file', () => {
  it.each([
    ['added, then modified', [change('added', 'a'), change('modified', 'a')], ['added a']],
    ['added, then removed', [change('added', 'a'), change('removed', 'a')], []],
    ['added, then renamed', [change('added', 'a'), change('renamed', 'b', 'a')], ['added b']],
    ['modified, then removed', [change('modified', 'a'), change('removed', 'a')], ['removed a']],
    ['modified, then renamed', [change('modified', 'a'), change('renamed', 'b', 'a')], ['renamed b from a']],
    ['renamed twice', [change('renamed', 'b', 'a'), change('renamed', 'c', 'b')], ['renamed c from a']],
    ['renamed, then removed', [change('renamed', 'b', 'a'), change('removed', 'b')], ['removed a']],
    ['removed, then added', [change('removed', 'a'), change('added', 'a')], ['modified a']],
  ] as const)('%s', (_name, steps, expected) => {
    const merged = mergeFileChanges(steps.map((step) => [step]));
    const words = merged.map(({ status, path, previousPath }) =>
      previousPath === undefined ? `${status} ${path}` : `${status} ${path} from ${previousPath}`,
    );
    expect(words).toEqual(expected);
  });
});

describe('three-dot comparison', () => {
  it('leaves out what the base gained meanwhile', () => {
    const repository = scene();
    const { number, pull } = repository.openPullRequest({ files: ['a'] });
    repository.pushTo('main', ['elsewhere']);
    repository.push(number, ['b']);
    const found = compareCommits(repository.state, repository.headOf(), pull.head.sha);
    expect(found.files.map((file) => file.path)).toEqual(['a', 'b']);
    expect([found.ahead.length, found.behindBy]).toEqual([2, 1]);
  });

  it('finds each member of a merge group once, however it was built', () => {
    const repository = scene();
    const numbers = ['a', 'b', 'c'].map((path) => repository.openPullRequest({ files: [path] }).number);
    const group = repository.enqueue(numbers);
    const { files } = compareCommits(repository.state, group.baseSha, group.headSha);
    expect(files.map((file) => file.path).sort()).toEqual(['a', 'b', 'c']);
  });

  it.each(['squash', 'merge'] as const)('brings the same files into the base by %s', (method) => {
    const repository = scene();
    repository.writeFile('keep', 'x');
    repository.writeFile('old', 'y');
    const { number } = repository.openPullRequest({ files: [{ path: 'new', previousPath: 'old' }, 'keep'] });
    const sha = repository.merge(number, { method });
    expect([...(repository.state.commits.get(sha)?.tree.keys() ?? [])].sort()).toEqual(['keep', 'new']);
  });
});

it('makes the same ids, SHAs and GUIDs from the same seed, and others from another', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const draw = (from: number) => {
        const ids = createIds(from);
        return [ids.next('issue'), ids.sha('x'), ids.guid(), ids.next('issue'), ids.secret('ghs')];
      };
      expect(draw(seed)).toEqual(draw(seed));
      expect(draw(seed)[2]).not.toBe(draw(seed + 1)[2]);
      expect(draw(seed)[2]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    }),
    { seed: 1, numRuns: 50 },
  );
});
