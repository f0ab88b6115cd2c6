import { describe, expect, it } from 'vitest';
import { readPatch } from '../../../src/domain/attribution/read-patch.ts';

describe('what a patch took', () => {
  it.each<[string, string, readonly number[]]>([
    ['lines that were removed', '@@ -1,3 +1,2 @@\n a\n-broken();\n c', [2]],
    ['lines that were changed', '@@ -10,2 +10,2 @@\n-x = 1\n+x = 2\n y', [10]],
    ['not those that were only formatted', '@@ -1,2 +1,2 @@\n-  a(b)\n-c()\n+a( b )\n+d()', [2]],
    ['not blank lines, comments and brackets', '@@ -1,4 +1 @@\n-\n-// why\n-}\n-real()', [4]],
    ['several hunks', '@@ -1 +1 @@\n-a1\n+b1\n@@ -20,2 +20 @@\n-c1\n d', [1, 20]],
    ['a file that is gone', '@@ -1,2 +0,0 @@\n-one()\n-two()\n\\ No newline at end of file', [1, 2]],
  ])('%s', (_, patch, removed) => {
    expect(readPatch(patch).removed).toEqual(removed);
  });

  it('beside what was added stand three lines on each side', () => {
    expect(readPatch('@@ -4,2 +4,3 @@\n a\n+new()\n b')).toEqual({ removed: [], beside: [2, 3, 4, 5, 6, 7] });
    expect(readPatch('@@ -0,0 +1 @@\n+new()').removed).toEqual([]);
  });

  it('reads nonsense as nothing', () => {
    expect(readPatch('')).toEqual({ removed: [], beside: [] });
  });
});
