import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileGlobs, selectsPath } from '../../../../src/domain/risk/glob/compile-globs.ts';
import { indexGlobs } from '../../../../src/domain/risk/glob/glob-index.ts';
import { selectPaths } from '../../../../src/domain/risk/glob/select-paths.ts';

const NAME = fc.constantFrom('a', 'b', 'cc', 'a.rb', 'b.ts', '.env', 'a_test.rb', 'x.d.ts', 'é', 'e\u0301');
const PATH = fc.array(NAME, { minLength: 1, maxLength: 5 }).map((names) => names.join('/'));
const PART = fc.oneof(
  { weight: 3, arbitrary: NAME },
  { weight: 3, arbitrary: fc.constantFrom('**', '*', '*.rb', '*_test.rb', 'a*', '?', '[ab]', '*.[rt]s', '{a,b}') },
);
const PATTERN = fc
  .tuple(fc.boolean(), fc.boolean(), fc.array(PART, { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([negated, anchored, parts, directory]) =>
    [negated ? '!' : '', anchored ? '/' : '', parts.join('/'), directory ? '/' : ''].join(''),
  );
const LISTS = fc.array(fc.array(PATTERN, { maxLength: 5 }), { minLength: 1, maxLength: 6 });

describe('selectPaths', () => {
  it('is every list asked about every path', () => {
    fc.assert(
      fc.property(LISTS, fc.array(PATH, { maxLength: 20 }), (lists, paths) => {
        const sets = lists.map((patterns) => compileGlobs(patterns));
        const naive = sets.map((set) => paths.flatMap((path, at) => (selectsPath(set, path) ? [at] : [])));
        expect(selectPaths(indexGlobs(sets.map(({ globs }) => globs)), paths)).toEqual(naive);
      }),
      { numRuns: 600, seed: 4 },
    );
  });

  it.each([
    ['nothing for no paths', [['a']], [], [[]]],
    ['nothing for an empty list', [[], ['a']], ['a'], [[], [0]]],
    ['a path twice where it stands twice', [['a']], ['a', 'b', 'a'], [[0, 2]]],
    [
      'later patterns over earlier ones, whatever their kind',
      [['!*.rb', 'x/**', '!x/a.rb']],
      ['x/a.rb', 'x/b.rb'],
      [[1]],
    ],
    ['directories over file names and back', [['x/', '!a.rb', 'x/y/']], ['x/a.rb', 'x/y/a.rb', 'x/b'], [[1, 2]]],
  ])('%s', (_, lists, paths, expected) => {
    expect(selectPaths(indexGlobs(lists.map((patterns) => compileGlobs(patterns).globs)), paths)).toEqual(expected);
  });
});

describe('indexGlobs', () => {
  it('sends a glob to its least crowded key', () => {
    const lists = [['src/**/one/*.ts', 'src/**/two/*.ts', 'src/**/*.ts']];
    const index = indexGlobs(lists.map((patterns) => compileGlobs(patterns).globs));
    expect([...index.bySegment.keys()]).toEqual(['one', 'two']);
    expect(index.byDirectory.get('src')?.byExtension.get('ts')).toHaveLength(1);
  });

  it('leaves only what has no literal at all to be tried on every file', () => {
    const lists = [['db/migrate', 'node_modules/', '*.lock', 'a?c.txt', '/x/*', '**/k/*/l', 'x*', '*']];
    const { root } = indexGlobs(lists.map((patterns) => compileGlobs(patterns).globs));
    expect(root.rest.map(({ position }) => position)).toEqual([6, 7]);
  });
});
