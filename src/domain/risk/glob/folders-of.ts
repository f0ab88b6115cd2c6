import { parseGlob } from './parse-glob.ts';

/**
 * The folders in which everything lies that ordered globs can select: as deep as their text is literal. `''` is the
 * root. A folder inside another of them is left out.
 */
export function foldersOf(patterns: readonly string[]): readonly string[] {
  const folders = patterns.flatMap((pattern) => {
    const glob = parseGlob(pattern);
    if ('code' in glob || glob.negated) return [];
    return glob.alternatives.map(({ segments, selects }) => {
      const end = segments.findIndex((segment) => segment === '**' || !('literal' in segment));
      // The last literal may be the name of a file.
      const whole = end === -1 ? segments.length - (selects === 'below' ? 0 : 1) : end;
      return segments
        .slice(0, whole)
        .flatMap((segment) => (segment !== '**' && 'literal' in segment ? [segment.literal] : []))
        .join('/');
    });
  });
  const distinct = [...new Set(folders)].sort();
  const holds = (outer: string, inner: string) => outer !== inner && (outer === '' || inner.startsWith(`${outer}/`));
  return distinct.filter((folder) => !distinct.some((other) => holds(other, folder)));
}
