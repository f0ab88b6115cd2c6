import type { ChangedFile, ChangedFiles } from './changed-files.ts';

interface Lines {
  readonly added: number;
  readonly removed: number;
}

/** True when every path that a change touches was touched by the original too: else it does not just carry it over. */
export function staysWithin(change: ChangedFiles, original: ChangedFiles): boolean {
  return everyFile(change, original, () => true);
}

/**
 * True when a change can be the undoing of another: it touches nothing else, and in no file adds more lines than the
 * original removed, or removes more than it added.
 */
export function canUndo(change: ChangedFiles, original: ChangedFiles): boolean {
  return everyFile(
    change,
    original,
    ({ additions, deletions }, before) => additions <= before.removed && deletions <= before.added,
  );
}

function everyFile(
  change: ChangedFiles,
  original: ChangedFiles,
  fits: (file: ChangedFile, before: Lines) => boolean,
): boolean {
  if (!isWhole(change) || !isWhole(original) || change.files.length === 0) return false;
  const before = new Map<string, Lines>();
  for (const file of original.files) {
    for (const name of namesOf(file)) before.set(name, { added: file.additions, removed: file.deletions });
  }
  return change.files.every((file) =>
    namesOf(file).every((name) => {
      const lines = before.get(name);
      return lines !== undefined && fits(file, lines);
    }),
  );
}

function isWhole({ files, expected, incomplete }: ChangedFiles): boolean {
  return incomplete === undefined && files.length >= expected;
}

function namesOf({ path, previousPath }: ChangedFile): readonly string[] {
  return previousPath === undefined ? [path] : [path, previousPath];
}
