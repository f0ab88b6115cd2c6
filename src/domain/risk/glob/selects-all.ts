import { compileGlobs } from './compile-globs.ts';
import { indexGlobs } from './glob-index.ts';
import { selectPaths } from './select-paths.ts';

/** Whether ordered globs select every one of the paths. */
export function selectsAll(paths: readonly string[], globs: readonly string[]): boolean {
  const [selected = []] = selectPaths(indexGlobs([compileGlobs(globs).globs]), paths);
  return selected.length === paths.length;
}
