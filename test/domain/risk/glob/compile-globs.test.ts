import { describe, expect, it } from 'vitest';
import { compileGlobs, decidingGlob, selectsPath } from '../../../../src/domain/risk/glob/compile-globs.ts';
import { indexGlobs } from '../../../../src/domain/risk/glob/glob-index.ts';
import { selectPaths } from '../../../../src/domain/risk/glob/select-paths.ts';
import { GLOB_CASES } from './glob-cases.ts';

const ROWS = GLOB_CASES.flatMap(({ patterns, selects, leaves }) => [
  ...selects.map((path) => ({ patterns, path, selected: true })),
  ...leaves.map((path) => ({ patterns, path, selected: false })),
]);

describe('the oracle table', () => {
  it('holds at least 150 rows', () => {
    expect(ROWS.length).toBeGreaterThanOrEqual(150);
  });

  it.each(ROWS)('$patterns on $path: $selected', ({ patterns, path, selected }) => {
    expect(selectsPath(compileGlobs(patterns), path)).toBe(selected);
  });

  it('is what the index of all lists says as well', () => {
    const paths = [...new Set(ROWS.map(({ path }) => path))];
    const lists = GLOB_CASES.map(({ patterns }) => compileGlobs(patterns).globs);
    const selections = selectPaths(indexGlobs(lists), paths);
    for (const [at, { patterns, selects, leaves }] of GLOB_CASES.entries()) {
      const selected = new Set(selections[at]?.map((place) => paths[place]));
      expect({ patterns, missed: selects.filter((path) => !selected.has(path)) }).toEqual({ patterns, missed: [] });
      expect({ patterns, taken: leaves.filter((path) => selected.has(path)) }).toEqual({ patterns, taken: [] });
    }
  });
});

describe('decidingGlob', () => {
  const set = compileGlobs(['**/*.rb', '!**/*_test.rb', 'lib/**']);

  it.each([
    ['a.rb', 0],
    ['a_test.rb', 1],
    ['lib/a_test.rb', 2],
    ['a.py', -1],
  ])('is the last match: %s → %d', (path, position) => {
    expect(decidingGlob(set, path)).toBe(position);
  });
});

describe('compileGlobs', () => {
  it('selects nothing with no patterns', () => {
    expect(selectsPath(compileGlobs([]), 'a')).toBe(false);
  });

  it('throws on a pattern that was never checked', () => {
    expect(() => compileGlobs(['a', '+(b)'])).toThrow(new RangeError('glob "+(b)" is refused: extglob'));
  });
});
