import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchGlob } from '../../../../src/domain/risk/glob/match-glob.ts';
import { parseGlob } from '../../../../src/domain/risk/glob/parse-glob.ts';

describe('a glob', () => {
  it('never throws, whatever the text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: fc.constantFrom(...'ab/*?[]!^-{},\\:.()@ '), maxLength: 30 }),
    );
    fc.assert(
      fc.property(text, text, (pattern, path) => {
        const glob = parseGlob(pattern);
        if ('code' in glob) expect(glob.at).toBeLessThanOrEqual(pattern.length);
        else expect(typeof matchGlob(glob, path.split('/'))).toBe('boolean');
      }),
      { numRuns: 2_000, seed: 1 },
    );
  });
});
