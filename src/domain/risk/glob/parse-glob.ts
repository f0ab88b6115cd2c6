import { classEnd } from './class-end.ts';
import { expandBraces } from './expand-braces.ts';
import type { Chunk, Glob, GlobPath, GlobSegment, SegmentPattern } from './glob.ts';
import { type GlobProblem, MAX_GLOB_LENGTH, MAX_STARS } from './glob-problem.ts';
import { parseSegment } from './parse-segment.ts';

const EXTGLOB = /[?*+@!]\(/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const CONTROL = /[\u0000-\u001f\u007f]/;

const NOTHING: Chunk = { atoms: [], anchor: -1, minLength: 0 };
/** A lone star. */
const ANY_NAME: SegmentPattern = { chunks: [NOTHING, NOTHING], minLength: 0 };

/** Parses one pattern, or says why it is refused. The semantics are those of docs/configuration.md, "Paths". */
export function parseGlob(source: string): Glob | GlobProblem {
  if (source.length > MAX_GLOB_LENGTH) return { code: 'too-long', at: MAX_GLOB_LENGTH };
  const control = source.search(CONTROL);
  if (control !== -1) return { code: 'control-character', at: control };
  const negated = source.startsWith('!');
  const offset = negated ? 1 : 0;
  const pattern = withoutTrailingSpaces(source.slice(offset)).normalize('NFC');
  const extglob = findExtglob(pattern);
  if (extglob !== -1) return { code: 'extglob', at: extglob + offset };
  const expanded = expandBraces(pattern);
  if ('code' in expanded) return { code: expanded.code, at: expanded.at + offset };
  const alternatives: GlobPath[] = [];
  for (const text of expanded) {
    const path = parsePath(text);
    if ('code' in path) {
      // Offsets inside an expansion are not offsets in the source.
      return { code: path.code, at: expanded.length === 1 ? path.at + offset : 0 };
    }
    alternatives.push(path);
  }
  return { source, negated, alternatives };
}

/** Trailing spaces do not count, unless the last is escaped: git's own rule. */
function withoutTrailingSpaces(pattern: string): string {
  let end = pattern.length;
  while (end > 0 && pattern.charAt(end - 1) === ' ') end -= 1;
  if (end === pattern.length) return pattern;
  let slashes = 0;
  while (slashes < end && pattern.charAt(end - 1 - slashes) === '\\') slashes += 1;
  return pattern.slice(0, slashes % 2 === 1 ? end + 1 : end);
}

/** Where `@(…)` and its kind begin outside escapes and classes, or -1. */
function findExtglob(pattern: string): number {
  if (!EXTGLOB.test(pattern)) return -1;
  for (let at = 0; at < pattern.length; at += 1) {
    const char = pattern.charAt(at);
    if (char === '\\') at += 1;
    else if (char === '[') at = Math.max(at, classEnd(pattern, at));
    else if (EXTGLOB.test(pattern.slice(at, at + 2))) return at;
  }
  return -1;
}

function parsePath(text: string): GlobPath | GlobProblem {
  const anchored = text.startsWith('/');
  const directory = text.endsWith('/') && text.length > 1;
  const start = anchored ? 1 : 0;
  const parts = text.slice(start, directory ? -1 : undefined).split('/');
  if (parts.length === 1 && parts[0] === '') return { code: 'empty', at: 0 };
  const segments: GlobSegment[] = [];
  // Without a slash before its end a pattern names a thing at any depth, as in git.
  if (!anchored && parts.length === 1) segments.push('**');
  let at = start;
  for (const part of parts) {
    if (part === '') return { code: 'empty-segment', at };
    const segment = parseSegment(part, at);
    if (typeof segment === 'object' && 'code' in segment) {
      return segment.code === 'class-unclosed' && /\//.test(text.slice(segment.at)) && classEnd(text, segment.at) !== -1
        ? { code: 'class-holds-slash', at: segment.at }
        : segment;
    }
    if (segment !== '**' || segments.at(-1) !== '**') segments.push(segment);
    at += part.length + 1;
  }
  if (segments.filter((segment) => segment === '**').length > MAX_STARS) return { code: 'too-many-stars', at: 0 };
  return finish(segments, directory);
}

function finish(segments: readonly GlobSegment[], directory: boolean): GlobPath {
  const last = segments.at(-1);
  if (last === '**') {
    if (!directory) return { segments: segments.slice(0, -1), selects: 'below' };
    return { segments: [...segments, ANY_NAME], selects: 'below' };
  }
  if (directory) return { segments, selects: 'below' };
  // `**/*.md` must not select `x.md/run.sh`: a pull request could hide code from a rule in such a directory.
  return { segments, selects: last !== undefined && 'literal' in last ? 'file-or-below' : 'file' };
}
