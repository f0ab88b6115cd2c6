import type { FileChange } from '../state/git-objects.ts';

/** The snapshot that results when changes are laid over another snapshot, as a merge without conflicts does. */
export function applyChanges(
  tree: ReadonlyMap<string, string> | undefined,
  changes: readonly FileChange[],
): ReadonlyMap<string, string> {
  const next = new Map(tree ?? []);
  for (const file of changes) {
    if (file.previousPath !== undefined && file.status === 'renamed') next.delete(file.previousPath);
    if (file.status === 'removed' || file.blobSha === null) next.delete(file.path);
    else next.set(file.path, file.blobSha);
  }
  return next;
}
