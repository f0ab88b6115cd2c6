import type { Glob } from './glob.ts';
import { matchGlob } from './match-glob.ts';
import { normalizePath } from './normalize-path.ts';
import { parseGlob } from './parse-glob.ts';

/** Ordered globs, ready to match: the last one that matches a path decides, `!` takes it out. */
export interface GlobSet {
  readonly globs: readonly Glob[];
}

/** @throws RangeError on a refused pattern: the configuration has checked them with `parseGlob` before. */
export function compileGlobs(patterns: readonly string[]): GlobSet {
  return { globs: patterns.map(parseChecked) };
}

/** The index of the last glob that matches the path, or -1. */
export function decidingGlob({ globs }: GlobSet, path: string): number {
  const segments = normalizePath(path).split('/');
  return globs.findLastIndex((glob) => matchGlob(glob, segments));
}

export function selectsPath(set: GlobSet, path: string): boolean {
  const glob = set.globs[decidingGlob(set, path)];
  return glob !== undefined && !glob.negated;
}

function parseChecked(pattern: string): Glob {
  const glob = parseGlob(pattern);
  if ('code' in glob) throw new RangeError(`glob ${JSON.stringify(pattern)} is refused: ${glob.code}`);
  return glob;
}
