import { describe, expect, it } from 'vitest';
import { revertedNumber } from '../../../src/domain/attribution/reverted-number.ts';
import { undoes } from '../../../src/domain/attribution/undoes.ts';
import type { ChangedFile, ChangedFiles } from '../../../src/domain/pull-request/changed-files.ts';

const file = (path: string, additions: number, deletions: number, previousPath?: string): ChangedFile => ({
  path,
  status: previousPath === undefined ? 'modified' : 'renamed',
  additions,
  deletions,
  ...(previousPath === undefined ? {} : { previousPath }),
});
const files = (...list: readonly ChangedFile[]): ChangedFiles => ({ files: list, expected: list.length });

describe('undoes', () => {
  const original = files(file('a', 3, 1), file('c', 0, 0, 'b'));
  it.each([
    ['all of it, renames too', files(file('a', 1, 3), file('b', 0, 0, 'c')), true],
    ['a part', files(file('a', 1, 3)), false],
    ['other lines', files(file('a', 1, 2), file('b', 0, 0, 'c')), false],
    ['another file', files(file('x', 1, 3), file('b', 0, 0, 'c')), false],
    ['more than it', files(file('a', 1, 3), file('b', 0, 0, 'c'), file('d', 1, 1)), false],
    ['nothing', files(), false],
    ['who knows', { ...files(file('a', 1, 3), file('b', 0, 0, 'c')), incomplete: 'truncated' as const }, false],
  ])('%s', (_, revert, expected) => {
    expect(undoes(revert, original)).toBe(expected);
  });
});

describe('revertedNumber', () => {
  const head = { sha: 's', ref: 'fix', repositoryId: 1 };
  it.each([
    ['by its branch', { title: 'Undo', body: null, head: { ...head, ref: 'revert-12-cache' } }, 12],
    ['by its body', { title: 'Undo', body: 'Reverts acme/shop#13', head }, 13],
    ['by its title', { title: 'Revert "Faster cache (#14)"', body: null, head }, 14],
    ['not when it applies it again', { title: 'Reapply "Faster cache (#14)"', body: 'Reverts #15', head }, null],
    ['not without a claim', { title: 'Follow-up to #12', body: 'See #12.', head }, null],
  ])('%s', (_, pullRequest, number) => {
    expect(revertedNumber(pullRequest)).toBe(number);
  });
});
