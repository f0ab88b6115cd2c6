import type { AnalyzedUnit } from './analyzed-unit.ts';

/** Share of the lines that must come back for a claim to hold. */
const UNDONE = 0.5;

/**
 * A revert is a claim: does the later change undo the earlier one? It touches the same files, and takes away about what the
 * other added and brings back what it took. Without line counts, sharing half of the files is all that can be asked.
 */
export function undoes(revert: AnalyzedUnit, original: AnalyzedUnit): boolean {
  if (original.at > revert.at || original.id === revert.id) return false;
  const shared = original.files.filter((file) => revert.files.includes(file));
  if (shared.length === 0) return false;
  let expected = 0;
  let matched = 0;
  for (const file of shared) {
    const before = original.changed.get(file);
    const after = revert.changed.get(file);
    if (before === undefined || after === undefined) continue;
    expected += before.additions + before.deletions;
    matched += Math.min(before.additions, after.deletions) + Math.min(before.deletions, after.additions);
  }
  if (expected === 0) return shared.length >= original.files.length * UNDONE;
  return matched >= expected * UNDONE;
}
