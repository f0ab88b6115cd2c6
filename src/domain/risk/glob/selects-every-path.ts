import { compileGlobs, selectsPath } from './compile-globs.ts';

/** Whether ordered globs select each of the paths; `true` for no paths. */
export function selectsEveryPath(paths: readonly string[], patterns: readonly string[]): boolean {
  const globs = compileGlobs(patterns);
  return paths.every((path) => selectsPath(globs, path));
}
