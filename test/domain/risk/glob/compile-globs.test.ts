import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileGlobs, decidingGlob, selectsPath } from '../../../../src/domain/risk/glob/compile-globs.ts';
import { indexGlobs } from '../../../../src/domain/risk/glob/glob-index.ts';
import { selectPaths } from '../../../../src/domain/risk/glob/select-paths.ts';
import { selectsEveryPath } from '../../../../src/domain/risk/glob/selects-every-path.ts';
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

describe("git's own check-ignore", () => {
  let repository = '';
  beforeAll(() => {
    repository = mkdtempSync(join(tmpdir(), 'globs-'));
    execFileSync('git', ['init', '-q', repository]);
  });
  afterAll(() => rmSync(repository, { recursive: true }));

  it.each(GLOB_CASES)(
    'agrees on $patterns unless the table says why not',
    ({ patterns, selects, leaves, gitDiffers }) => {
      const paths = [...selects, ...leaves];
      const ignored = checkIgnore(repository, patterns, paths);
      const selected = paths.filter((path) => selectsPath(compileGlobs(patterns), path));
      if (gitDiffers === undefined) expect(ignored).toEqual(selected);
      else expect(ignored).not.toEqual(selected);
    },
  );
});

/** The paths that git ignores when these patterns are the whole of its ignore file. */
function checkIgnore(repository: string, patterns: readonly string[], paths: readonly string[]): readonly string[] {
  const excludes = join(repository, 'patterns');
  writeFileSync(excludes, `${patterns.join('\n')}\n`);
  const git = ['-C', repository, '-c', `core.excludesFile=${excludes}`, '-c', 'core.ignoreCase=false'];
  // -v -n prints every path, matched or not, and so exits 0 or 1 without meaning an error.
  const args = [...git, 'check-ignore', '--no-index', '--stdin', '-z', '-v', '-n'];
  let output: string;
  try {
    output = execFileSync('git', args, { input: paths.join('\0'), encoding: 'utf8' });
  } catch (error) {
    output = String((error as { stdout?: unknown }).stdout);
  }
  const fields = output.split('\0');
  return paths.filter((_, at) => {
    const pattern = fields[at * 4 + 2] ?? '';
    return pattern !== '' && !pattern.startsWith('!');
  });
}

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

describe('selectsEveryPath', () => {
  it.each([
    [['docs/a.md', 'b.md'], true],
    [['docs/a.md', 'src/a.ts'], false],
    [['docs/api/a.md'], false],
    [[], true],
  ])('%j: %s', (paths, every) => {
    expect(selectsEveryPath(paths, ['docs/**', '*.md', '!docs/api/**'])).toBe(every);
  });
});
