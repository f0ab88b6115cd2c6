import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileGlobs, selectsPath } from '../../../../src/domain/risk/glob/compile-globs.ts';
import { GLOB_CASES } from './glob-cases.ts';

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
