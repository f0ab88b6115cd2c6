import { describe, expect, it } from 'vitest';
import { parseRevertBranch, parseRevertTitle } from '../../../src/domain/attribution/revert-title.ts';

describe('parseRevertTitle', () => {
  it.each([
    ['Revert "Faster cache"', { title: 'Faster cache', depth: 1 }],
    ['Revert "Faster cache (#7)" (#9)', { title: 'Faster cache', depth: 1, number: 7 }],
    ['Revert "Revert "Faster cache (#7)" (#9)" (#11)', { title: 'Faster cache', depth: 2, number: 9 }],
    ['Reapply "Faster cache"', { title: 'Faster cache', depth: 2 }],
    ['revert: "feat: faster cache"', { title: 'feat: faster cache', depth: 1 }],
    ['Reverted “Faster cache”', { title: 'Faster cache', depth: 1 }],
    ['Revert "A very long title that was cut', { title: 'A very long title that was cut', depth: 1 }],
    ['Revert "Say "hello" twice"', { title: 'Say "hello" twice', depth: 1 }],
  ])('%s', (subject, expected) => {
    expect(parseRevertTitle(subject)).toEqual(expected);
  });

  it.each(['Revert the cache', 'Prevert "x"', 'Revert ""', '', 'Fix "Revert" button'])(
    'claims nothing: %s',
    (subject) => {
      expect(parseRevertTitle(subject)).toBeUndefined();
    },
  );

  it('bounds nesting', () => {
    expect(parseRevertTitle('Revert "'.repeat(100_000))?.depth ?? 0).toBeLessThanOrEqual(51);
  });
});

describe('parseRevertBranch', () => {
  it.each([
    ['revert-12-fix-cache', 12],
    ['Merge pull request #13 from acme/revert-12-fix-cache', 12],
    ['feature/no-revert', undefined],
    ['irrevert-12-x', undefined],
  ])('%s', (branch, expected) => {
    expect(parseRevertBranch(branch)).toBe(expected);
  });
});
