import type { ExposedFile } from '../exposure/exposure.ts';

/** A change of everything says nothing about places: only where it changed most counts. */
const MOST = 40;

/** Folders in which a change happened, and files at the root: the most changed lines first, names break ties. */
export function changedAreas(files: readonly ExposedFile[]): readonly string[] {
  const lines = new Map<string, number>();
  for (const { path, previousPath, additions, deletions } of files) {
    for (const name of new Set([path, previousPath ?? path])) {
      const area = name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : name;
      lines.set(area, (lines.get(area) ?? 0) + additions + deletions);
    }
  }
  return [...lines]
    .sort(([a, more], [b, less]) => less - more || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([area]) => area);
}
