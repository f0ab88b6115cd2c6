import { describe, expect, it } from 'vitest';
import { parseGlob } from '../../../../src/domain/risk/glob/parse-glob.ts';

describe('parseGlob refuses', () => {
  it.each([
    ['', 'empty', 0],
    ['/', 'empty', 0],
    ['!', 'empty', 1],
    ['   ', 'empty', 0],
    [`${'a'.repeat(257)}`, 'too-long', 256],
    ['a\nb', 'control-character', 1],
    ['\u007f', 'control-character', 0],
    ['+(a|b)', 'extglob', 0],
    ['!src/@(a)', 'extglob', 5],
    ['a[b]?(c)', 'extglob', 4],
    ['!(a)', 'none', 0],
    ['{a,b', 'brace-unbalanced', 0],
    ['!x/{a,b', 'brace-unbalanced', 3],
    ['a}', 'brace-unbalanced', 1],
    ['{a,{b,{c,{d,e}}}}', 'brace-too-deep', 9],
    ['{a,{b,{c,d}}}', 'none', 0],
    ['{1..65}', 'brace-too-many', 0],
    ['{1..64}', 'none', 0],
    ['{a,b,c,d,e,f,g,h}{a,b,c,d,e,f,g,h}', 'none', 0],
    ['{a,b,c,d,e,f,g,h}{a,b,c,d,e,f,g,h}{a,b}', 'brace-too-many', 34],
    ['x[abc', 'class-unclosed', 1],
    ['x[]', 'class-unclosed', 1],
    ['x[z-a]', 'class-reversed-range', 1],
    ['x[a/b]', 'class-holds-slash', 1],
    ['x[.-0]', 'none', 0],
    ['x[\\/]', 'class-holds-slash', 1],
    ['x[[:word:]]', 'class-unknown-name', 1],
    ['a\\', 'escape-at-end', 1],
    ['db\\migrate', 'escape-of-letter', 2],
    ['a\\é', 'escape-of-letter', 1],
    ['a\\7', 'escape-of-letter', 1],
    ['a/b\\', 'escape-at-end', 3],
    ['a\\+(b)', 'none', 0],
    ['a[+(]b)', 'none', 0],
    ['a[b+(c)', 'extglob', 3],
    ['x/[a', 'class-unclosed', 2],
    ['[[:word:]/a', 'class-unclosed', 0],
    ['x[a/b', 'class-unclosed', 1],
    ['{a..z}', 'none', 0],
    ['{1..9999}', 'brace-too-many', 0],
    [`{${'a,'.repeat(63)}a}`, 'none', 0],
    [`{${'a,'.repeat(64)}a}`, 'brace-too-many', 0],
    ['{a,b}/..', 'dot-segment', 0],
    ['...', 'none', 0],
    ['./a', 'dot-segment', 0],
    ['a/../b', 'dot-segment', 2],
    ['!a/.', 'dot-segment', 3],
    ['a//b', 'empty-segment', 2],
    ['//a', 'empty-segment', 1],
    ['*a*a*a*a*a*a*a*a*', 'too-many-stars', 0],
    ['x/*a*a*a*a*a*a*a*a', 'none', 0],
    ['*?????????*', 'too-many-wildcards', 0],
    ['*????[a-z]????*', 'too-many-wildcards', 0],
    ['*????????*?????*', 'too-many-wildcards', 0],
    ['?????????*????????*?????????', 'none', 0],
    [Array(10).fill('**').join('/a/'), 'too-many-stars', 0],
    [Array(8).fill('**').join('/a/'), 'none', 0],
    ['{a,./b}', 'dot-segment', 0],
  ])('%j: %s at %d', (pattern, code, at) => {
    const glob = parseGlob(pattern);
    expect('code' in glob ? glob : { code: 'none', at: 0 }).toEqual({ code, at });
  });
});

describe('parseGlob reads', () => {
  it('literals around wildcards as long as they are', () => {
    const glob = parseGlob('a\\*b?c*[x]de[y]f*');
    expect('code' in glob ? glob : glob.alternatives[0]?.segments[1]).toEqual({
      chunks: [
        { atoms: ['a*b', null, 'c'], anchor: 0, minLength: 5 },
        {
          atoms: [{ negated: false, ranges: [[120, 120]] }, 'de', { negated: false, ranges: [[121, 121]] }, 'f'],
          anchor: 1,
          minLength: 5,
        },
        { atoms: [], anchor: -1, minLength: 0 },
      ],
      minLength: 10,
    });
  });

  it.each([
    ['a', [{ segments: ['**', { literal: 'a' }], selects: 'file-or-below' }]],
    ['/a', [{ segments: [{ literal: 'a' }], selects: 'file-or-below' }]],
    ['a/', [{ segments: ['**', { literal: 'a' }], selects: 'below' }]],
    ['a/**', [{ segments: [{ literal: 'a' }], selects: 'below' }]],
    ['**', [{ segments: [], selects: 'below' }]],
    ['a/**/**/b', [{ segments: [{ literal: 'a' }, '**', { literal: 'b' }], selects: 'file-or-below' }]],
    ['e\\\u0301', [{ segments: ['**', { literal: '\u00e9' }], selects: 'file-or-below' }]],
  ])('%s', (pattern, alternatives) => {
    expect(parseGlob(pattern)).toMatchObject({ alternatives });
  });

  it('the pattern into segments from the root', () => {
    expect(parseGlob('!app/**/[a-c]?*.rb')).toEqual({
      source: '!app/**/[a-c]?*.rb',
      negated: true,
      alternatives: [
        {
          segments: [
            { literal: 'app' },
            '**',
            {
              chunks: [
                { atoms: [{ negated: false, ranges: [[97, 99]] }, null], anchor: -1, minLength: 2 },
                { atoms: ['.rb'], anchor: 0, minLength: 3 },
              ],
              minLength: 5,
            },
          ],
          selects: 'file',
        },
      ],
    });
  });

  it('equal alternatives once', () => {
    const glob = parseGlob('{a,a,b}');
    expect('code' in glob ? [] : glob.alternatives).toHaveLength(2);
  });
});
