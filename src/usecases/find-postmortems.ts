import { compileGlobs, selectsPath } from '../domain/risk/glob/compile-globs.ts';
import { foldersOf } from '../domain/risk/glob/folders-of.ts';
import type { GitHubPast, PathList } from '../ports/github-past.ts';
import type { InstalledRepository } from '../ports/store.ts';

/** Files of the default branch that ordered globs select, in order. Without globs nothing is asked. */
export async function findPostmortems(
  { github }: { readonly github: Pick<GitHubPast, 'pathsUnder'> },
  repository: InstalledRepository,
  patterns: readonly string[],
): Promise<PathList> {
  const folders = foldersOf(patterns);
  if (folders.length === 0) return { paths: [], complete: true, cost: null };
  const globs = compileGlobs(patterns);
  const found = await github.pathsUnder(repository, repository.defaultBranch, folders);
  return { ...found, paths: found.paths.filter((path) => selectsPath(globs, path)) };
}
