import type { Atom, Chunk, SegmentPattern } from './glob.ts';

/**
 * Whether one path segment matches. Leftmost search of each run between stars is exact for such patterns and never
 * goes back, so the time is at most segment length × pattern length, whatever the pattern.
 */
export function matchSegment(pattern: SegmentPattern, text: string): boolean {
  if ('literal' in pattern) return pattern.literal === text;
  const { chunks } = pattern;
  const first = chunks[0] as Chunk;
  const start = matchAt(first, text, 0);
  if (start === -1) return false;
  if (chunks.length === 1) return start === text.length;
  const end = matchBefore(chunks.at(-1) as Chunk, text, text.length);
  if (end < start) return false;
  let at = start;
  for (let index = 1; index < chunks.length - 1; index += 1) {
    at = search(chunks[index] as Chunk, text, at);
    if (at === -1 || at > end) return false;
  }
  return true;
}

/** The end of the chunk when it matches at `from`, else -1. */
function matchAt(chunk: Chunk, text: string, from: number): number {
  if ('literal' in chunk) return text.startsWith(chunk.literal, from) ? from + chunk.literal.length : -1;
  let at = from;
  for (const atom of chunk.atoms) {
    const code = text.codePointAt(at);
    if (code === undefined || !matchAtom(atom, code)) return -1;
    at += code > 0xffff ? 2 : 1;
  }
  return at;
}

/** The start of the chunk when it matches just before `end`, else -1. */
function matchBefore(chunk: Chunk, text: string, end: number): number {
  if ('literal' in chunk) return text.endsWith(chunk.literal, end) ? end - chunk.literal.length : -1;
  let at = end;
  for (let index = chunk.atoms.length - 1; index >= 0; index -= 1) {
    if (at === 0) return -1;
    at -= isSecondHalf(text, at - 1) ? 2 : 1;
    const atom = chunk.atoms[index] as Atom;
    if (!matchAtom(atom, text.codePointAt(at) as number)) return -1;
  }
  return at;
}

/** The end of the chunk's leftmost match at or after `from`, else -1. */
function search(chunk: Chunk, text: string, from: number): number {
  if ('literal' in chunk) {
    const found = text.indexOf(chunk.literal, from);
    return found === -1 ? -1 : found + chunk.literal.length;
  }
  for (let at = from; at < text.length; at += 1) {
    if (isSecondHalf(text, at)) continue;
    const end = matchAt(chunk, text, at);
    if (end !== -1) return end;
  }
  return -1;
}

function matchAtom(atom: Atom, code: number): boolean {
  if (atom === null) return true;
  if (typeof atom === 'string') return atom.codePointAt(0) === code;
  return atom.ranges.some(([low, high]) => low <= code && code <= high) !== atom.negated;
}

/** Whether this UTF-16 unit is the second half of a pair. */
function isSecondHalf(text: string, at: number): boolean {
  return at > 0 && (text.codePointAt(at - 1) as number) > 0xffff;
}
