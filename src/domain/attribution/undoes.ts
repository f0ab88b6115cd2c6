import type { ChangedFile, ChangedFiles } from '../pull-request/changed-files.ts';

/** Whether one change takes back all of another: the same files, what was added removed and what was removed added. */
export function undoes(revert: ChangedFiles, original: ChangedFiles): boolean {
  if (revert.incomplete !== undefined || original.incomplete !== undefined) return false;
  if (revert.files.length === 0 || revert.files.length !== original.files.length) return false;
  const before = new Map(original.files.map((file) => [file.path, file]));
  return revert.files.every((file) => {
    const other = before.get(file.previousPath ?? file.path);
    return other !== undefined && isOpposite(file, other);
  });
}

function isOpposite(file: ChangedFile, other: ChangedFile): boolean {
  const backTo = other.previousPath ?? other.path;
  return file.path === backTo && file.additions === other.deletions && file.deletions === other.additions;
}
