import type { Atom, Chunk, SegmentPattern } from './glob.ts';

/**
 * Whether one path segment matches. Placing each run between stars leftmost is exact for such patterns, so nothing is
 * ever tried again: no pattern can make the time grow faster than segment length × pattern length.
 */
export function matchSegment(pattern: SegmentPattern, text: string): boolean {
  if ('literal' in pattern) return pattern.literal === text;
  if (text.length < pattern.minLength) return false;
  const { chunks } = pattern;
  const head = (chunks[0] as Chunk).atoms;
  const start = matchAfter(head, 0, text, 0);
  if (start === -1) return false;
  if (chunks.length === 1) return start === text.length;
  const tail = (chunks.at(-1) as Chunk).atoms;
  const end = matchBefore(tail, tail.length, text, text.length);
  if (end < start) return false;
  let at = start;
  for (let index = 1; index < chunks.length - 1; index += 1) {
    at = search(chunks[index] as Chunk, text, at);
    if (at === -1 || at > end) return false;
  }
  return true;
}

/** The end of the leftmost match that begins at or after `from`, or -1. */
function search({ atoms, anchor }: Chunk, text: string, from: number): number {
  const literal = atoms[anchor];
  if (typeof literal !== 'string') {
    for (let at = from; at <= text.length; at += 1) {
      const end = isSecondHalf(text, at) ? -1 : matchAfter(atoms, 0, text, at);
      if (end !== -1) return end;
    }
    return -1;
  }
  // The engine's own search is many times faster than trying each place, and most often finds none.
  for (let found = text.indexOf(literal, from); found !== -1; found = text.indexOf(literal, found + 1)) {
    if (matchBefore(atoms, anchor, text, found) < from) continue;
    const end = matchAfter(atoms, anchor + 1, text, found + literal.length);
    if (end !== -1) return end;
  }
  return -1;
}

/** The end of the match of the atoms from `first` on that begins at `from`, or -1. */
function matchAfter(atoms: readonly Atom[], first: number, text: string, from: number): number {
  let at = from;
  for (let index = first; index < atoms.length; index += 1) {
    const atom = atoms[index] as Atom;
    if (typeof atom === 'string') {
      if (!text.startsWith(atom, at)) return -1;
      at += atom.length;
    } else {
      const code = text.codePointAt(at);
      if (code === undefined || !isMember(atom, code)) return -1;
      at += code > 0xffff ? 2 : 1;
    }
  }
  return at;
}

/** The start of the match of the atoms before `last` that ends just before `end`, or -1. */
function matchBefore(atoms: readonly Atom[], last: number, text: string, end: number): number {
  let at = end;
  for (let index = last - 1; index >= 0; index -= 1) {
    const atom = atoms[index] as Atom;
    if (typeof atom === 'string') {
      if (!text.endsWith(atom, at)) return -1;
      at -= atom.length;
    } else {
      if (at === 0) return -1;
      at -= isSecondHalf(text, at - 1) ? 2 : 1;
      if (!isMember(atom, text.codePointAt(at) as number)) return -1;
    }
  }
  return at;
}

function isMember(atom: Exclude<Atom, string>, code: number): boolean {
  return atom === null || atom.ranges.some(([low, high]) => low <= code && code <= high) !== atom.negated;
}

/** Whether this UTF-16 unit is the second half of a pair. */
function isSecondHalf(text: string, at: number): boolean {
  return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff;
}
