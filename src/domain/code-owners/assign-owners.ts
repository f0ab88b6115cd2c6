import { indexGlobs } from '../risk/glob/glob-index.ts';
import { selectPaths } from '../risk/glob/select-paths.ts';
import type { CodeOwners } from './code-owners.ts';

/** Who owns each path; paths that nobody owns are left out. */
export function assignOwners({ rules }: CodeOwners, paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const deciding = new Int32Array(paths.length).fill(-1);
  const selected = selectPaths(indexGlobs(rules.map(({ glob }) => [glob])), paths);
  for (const [rule, selectedPaths] of selected.entries()) for (const at of selectedPaths) deciding[at] = rule;
  const owned = new Map<string, readonly string[]>();
  for (const [at, path] of paths.entries()) {
    const owners = rules[deciding[at] ?? -1]?.owners ?? [];
    if (owners.length > 0) owned.set(path, owners);
  }
  return owned;
}
