import type { Glob, GlobPath, SegmentPattern } from './glob.ts';
import { matchSegment } from './match-segment.ts';

/** Whether a path (NFC, segments split at `/`) matches one of the glob's alternatives, its negation aside. */
export function matchGlob(glob: Glob, segments: readonly string[]): boolean {
  return glob.alternatives.some((path) => matchGlobPath(path, segments));
}

/**
 * Each run of segments between two `**` is placed leftmost and never moved again, which is exact here and keeps the
 * time at most path length × pattern length.
 */
export function matchGlobPath({ segments: pattern, selects }: GlobPath, segments: readonly string[]): boolean {
  let patternAt = 0;
  let at = 0;
  let floating = false;
  while (patternAt < pattern.length) {
    if (pattern[patternAt] === '**') {
      floating = true;
      patternAt += 1;
      continue;
    }
    const end = runEnd(pattern, patternAt);
    const length = end - patternAt;
    const last = end === pattern.length;
    if (floating && last && selects === 'file') at = Math.max(at, segments.length - length);
    const latest = floating ? segments.length - length : at;
    while (at <= latest && !runMatches(pattern, patternAt, end, segments, at)) at += 1;
    if (at > latest) return false;
    at += length;
    patternAt = end;
    floating = false;
  }
  if (selects === 'file') return at === segments.length;
  return selects === 'below' ? at < segments.length : at <= segments.length;
}

/** Where the run of segments that starts here meets the next `**` or the end. */
function runEnd(pattern: GlobPath['segments'], from: number): number {
  const end = pattern.indexOf('**', from);
  return end === -1 ? pattern.length : end;
}

function runMatches(
  pattern: GlobPath['segments'],
  from: number,
  end: number,
  segments: readonly string[],
  at: number,
): boolean {
  for (let index = from; index < end; index += 1) {
    const segment = segments[at + index - from];
    if (segment === undefined || !matchSegment(pattern[index] as SegmentPattern, segment)) return false;
  }
  return true;
}
