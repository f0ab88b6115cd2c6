import fc from 'fast-check';
import { minimatch } from 'minimatch';
import picomatch from 'picomatch';
import { describe, expect, it } from 'vitest';
import { compileGlobs, selectsPath } from '../../../../src/domain/risk/glob/compile-globs.ts';
import { matchSegment } from '../../../../src/domain/risk/glob/match-segment.ts';

const SEGMENT = fc.string({ unit: fc.constantFrom('a', 'b', '.'), minLength: 1, maxLength: 3 }).filter(isName);
const PATH = fc.array(SEGMENT, { minLength: 1, maxLength: 5 }).map((segments) => segments.join('/'));
const PATTERN_SEGMENT = fc.oneof(
  { weight: 3, arbitrary: SEGMENT },
  { weight: 2, arbitrary: fc.constantFrom('**', '*', 'a*', '*b', 'a*b', '?', '?a', '[ab]', '[!a]*', '*a*') },
);
/** Wildcards in the last segment and a slash before it: there all three matchers mean the same. */
const PATTERN = fc
  .tuple(fc.array(PATTERN_SEGMENT, { minLength: 1, maxLength: 4 }), fc.constantFrom('*', '*b', 'a*', '?', '[ab]*'))
  .map(([segments, last]) => [...segments, last].join('/'));

describe('matchGlob', () => {
  it('agrees with picomatch and minimatch where they agree with each other', () => {
    fc.assert(
      fc.property(PATTERN, PATH, (pattern, path) => {
        const others = [picomatch(pattern, { dot: true })(path), minimatch(path, pattern, { dot: true })];
        fc.pre(others[0] === others[1]);
        expect(selectsPath(compileGlobs([pattern]), path)).toBe(others[0]);
      }),
      { numRuns: 800, seed: 2 },
    );
  });

  it('agrees with a plain recursive definition', () => {
    const anyPattern = fc.array(PATTERN_SEGMENT, { minLength: 2, maxLength: 6 }).map((segments) => segments.join('/'));
    fc.assert(
      fc.property(anyPattern, PATH, (pattern, path) => {
        expect(selectsPath(compileGlobs([pattern]), path)).toBe(selectsByDefinition(pattern, path));
      }),
      { numRuns: 800, seed: 3 },
    );
  });

  it.each([
    ['stars in one name', `${'*a'.repeat(7)}b*`, 'a'.repeat(4_000)],
    ['stars and single characters', `${'*?'.repeat(7)}b*`, 'a'.repeat(4_000)],
    ['stars and classes', `${'*[a-f]'.repeat(7)}[x]*`, 'a'.repeat(4_000)],
    ['classes that float', '*[ab][ab][ab][ab][ab][ab][ab][x]*', 'ab'.repeat(2_000)],
    ['double stars', `${'**/a/'.repeat(8)}b*`, 'a/'.repeat(2_000)],
    ['double stars and stars', `${'**/*a*/*a*/'.repeat(8)}b?`, 'aaa/'.repeat(1_000)],
    ['a long literal that floats', `*?${'a'.repeat(200)}b*`, 'a'.repeat(4_000)],
    ['one long literal', `*${'a'.repeat(200)}b*`, 'a'.repeat(4_000)],
    ['braces', `{${'a,'.repeat(30)}a}*{b,c}*a*a*a*a*a*x*`, 'ab'.repeat(2_000)],
  ])('comes to an end on an accepted glob made to hurt: %s', (_, pattern, path) => {
    const set = compileGlobs([pattern]);
    const answers = Array.from({ length: 20 }, () => selectsPath(set, path));
    expect(answers).toEqual(Array(20).fill(false));
  });
});

describe('matchSegment', () => {
  it.each([
    ['the chunks may not overlap', '*ab*', 'ab', true],
    ['head and tail share no character', 'ab*ba', 'aba', false],
    ['head and tail may touch', 'ab*ba', 'abba', true],
    ['a middle run stays before the tail', 'a*b*b', 'ab', false],
    ['a single character is a whole code point', '?*🚒?', '🚒🚒a', true],
    ['and never a half of one', '*?', '🚒', true],
    ['nor two halves', '??', '🚒', false],
    ['a class before a star', '[x]*', '', false],
    ['a class after a star', '*[x]', '', false],
    ['single characters between stars', '*?b?*', 'abc', true],
    ['single characters between stars that do not fit', '*?b?*', 'ab', false],
    ['a pair before the searched run', '*?a*x', '🚒ax', true],
    ['a class that floats', 'a*[xy]*b', 'a1y2b', true],
    ['a class that floats nowhere', 'a*[xy]*b', 'a12b', false],
    ['a class that would have to be in the tail', 'a*[xy]*yb', 'ayb', false],
    ['a class that is the last character before the tail', 'a*[xy]*b', 'axb', true],
    ['wildcards before a literal that floats', '*?[0-9]-*', 'a-b3-', true],
    ['wildcards before a literal that begins too early', 'ab*?-*', 'ab-c', false],
    ['wildcards after a literal that floats', '*-[0-9]?*', '--a-1b', true],
    ['wildcards after a literal that are cut off', '*-[0-9]?*', 'a-1', false],
    ['the longest literal leads, the shorter ones count', '*a?bcd?e*', 'xbcd-axbcd-e', true],
    ['the shorter literal before it is wrong', '*a?bcd?e*', 'b-bcd-e', false],
    ['the shorter literal after it is wrong', '*a?bcd?e*', 'a-bcd-f', false],
    ['a pair inside a run that floats', '*a?b*', 'a🚒b', true],
    ['pairs are not split when wildcards float', '*[!a]?*', '🚒', false],
    ['two runs in order', '*ab*cd*', 'cdab', false],
    ['two runs that touch', '*ab*cd*', 'abcd', true],
    ['a single character at the start of a name', '?*.rb', '.rb', false],
    ['wildcards at both ends', '?b*b?', 'abba', true],
    ['wildcards at both ends that would overlap', '?b*b?', 'aba', false],
    ['a wildcard tail on a shorter name', 'ab*??', 'abc', false],
    ['a pair in the tail', 'a*?', 'a🚒', true],
    ['a literal before the wildcard of the tail', '*ab?', 'xxabc', true],
    ['another literal before the wildcard of the tail', '*ab?', 'xxacc', false],
    ['a literal pair', '*🚒[!a]', 'a🚒b', true],
  ])('%s: %s on %s is %s', (_, pattern, text, matches) => {
    const glob = compileGlobs([pattern]).globs[0];
    const segment = glob?.alternatives[0]?.segments.at(-1);
    expect(segment !== undefined && segment !== '**' && matchSegment(segment, text)).toBe(matches);
  });
});

function isName(segment: string): boolean {
  return segment !== '.' && segment !== '..' && !segment.startsWith('..');
}

/** The documented meaning, written as directly as possible and with no care for time. */
function selectsByDefinition(pattern: string, path: string): boolean {
  const parts = pattern.split('/');
  const last = parts.at(-1) ?? '';
  const names = path.split('/');
  const whole = matchesSegments(parts, names);
  if (/[*?[]/.test(last)) return whole;
  return names.some((_, at) => matchesSegments(parts, names.slice(0, at + 1)));
}

function matchesSegments(parts: readonly string[], names: readonly string[]): boolean {
  const [part, ...rest] = parts;
  if (part === undefined) return names.length === 0;
  if (part === '**') {
    if (rest.length === 0) return names.length > 0;
    return names.some((_, at) => matchesSegments(rest, names.slice(at)));
  }
  const [name, ...others] = names;
  return name !== undefined && matchesName(part, name) && matchesSegments(rest, others);
}

function matchesName(part: string, name: string): boolean {
  const source = part.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll('?', '.').replaceAll('[!', '[^');
  return new RegExp(`^${source}$`, 'u').test(name);
}
