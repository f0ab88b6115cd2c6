import { classEnd } from './class-end.ts';
import type { Atom, Chunk, GlobSegment, SegmentPattern } from './glob.ts';
import { type GlobProblem, MAX_FLOATING_WILDCARDS, MAX_STARS } from './glob-problem.ts';
import { parseClass } from './parse-class.ts';

/** Parses one segment of a pattern, which holds no unescaped `/` and no braces; `offset` is for problems. */
export function parseSegment(text: string, offset: number): GlobSegment | GlobProblem {
  // Three stars are two, as in git.
  if (/^\*{2,}$/.test(text)) return '**';
  if (text === '.' || text === '..') return { code: 'dot-segment', at: offset };
  const runs: Atom[][] = [[]];
  let stars = 0;
  for (let at = 0; at < text.length; ) {
    const run = runs.at(-1) as Atom[];
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
    at += char.length;
    if (char === '*') {
      stars += 1;
      // Two stars that are not a whole segment are one star, as in git.
      if (text.charAt(at) !== '*') runs.push([]);
    } else if (char === '?') {
      run.push(null);
    } else if (char === '[') {
      const end = classEnd(text, at - 1);
      if (end === -1) return { code: 'class-unclosed', at: offset + at - 1 };
      const parsed = parseClass(text.slice(at, end), offset + at - 1);
      if ('code' in parsed) return parsed;
      run.push(parsed);
      at = end + 1;
    } else if (char === '\\') {
      const escaped = text.codePointAt(at);
      if (escaped === undefined) return { code: 'escape-at-end', at: offset + at - 1 };
      const literal = String.fromCodePoint(escaped);
      // `db\migrate` is a Windows path far more often than a needless escape.
      if (/[\p{L}\p{N}]/u.test(literal)) return { code: 'escape-of-letter', at: offset + at - 1 };
      run.push(literal);
      at += literal.length;
    } else {
      run.push(char);
    }
  }
  if (stars > MAX_STARS) return { code: 'too-many-stars', at: offset };
  const chunks = runs.map(toChunk);
  const floating = chunks.slice(1, -1).flatMap(({ atoms }) => atoms.filter((atom) => typeof atom !== 'string'));
  if (floating.length > MAX_FLOATING_WILDCARDS) return { code: 'too-many-wildcards', at: offset };
  return toPattern(chunks);
}

function toPattern(chunks: readonly Chunk[]): SegmentPattern {
  const literal = chunks.length === 1 && chunks[0]?.atoms.length === 1 ? chunks[0].atoms[0] : undefined;
  if (typeof literal === 'string') return { literal };
  return { chunks, minLength: chunks.reduce((sum, { minLength }) => sum + minLength, 0) };
}

function toChunk(characters: readonly Atom[]): Chunk {
  const atoms: Atom[] = [];
  for (const atom of characters) {
    const last = atoms.at(-1);
    if (typeof atom === 'string' && typeof last === 'string') atoms[atoms.length - 1] = last + atom;
    else atoms.push(atom);
  }
  // Composed again here: an escaped accent arrives apart from its letter.
  const composed = atoms.map((atom) => (typeof atom === 'string' ? atom.normalize('NFC') : atom));
  const lengths = composed.map((atom) => (typeof atom === 'string' ? atom.length : 0));
  const longest = Math.max(0, ...lengths);
  return {
    atoms: composed,
    anchor: longest === 0 ? -1 : lengths.indexOf(longest),
    minLength: composed.reduce((sum, atom) => sum + (typeof atom === 'string' ? atom.length : 1), 0),
  };
}
