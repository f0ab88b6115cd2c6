import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell } from '../../../src/render/escape/csv-cell.ts';
import { cutText } from '../../../src/render/escape/cut-text.ts';
import { escapeHtml } from '../../../src/render/escape/escape-html.ts';
import { fence } from '../../../src/render/escape/fence.ts';
import { inlineCode } from '../../../src/render/escape/inline-code.ts';
import { quoteBlock } from '../../../src/render/escape/quote-block.ts';
import { oneLine, visibleText } from '../../../src/render/escape/visible-text.ts';
import { hostileText } from './hostile-texts.ts';
import { allTokens, tokenTypes } from './parse-markdown.ts';

describe('visibleText', () => {
  it.each([
    ['terminal colours', '\u001b[31mred\u001b[0m', 'red'],
    ['a terminal title', '\u001b]0;owned\u0007after', 'after'],
    ['an eight-bit sequence', '\u009b31mred', 'red'],
    ['an unfinished sequence', 'a\u001b[', 'a['],
    ['bidi controls', 'a\u202eb\u2066c\u2069', 'abc'],
    ['zero width', 'a\u200bb\u200dc\ufeff\u2060', 'abc'],
    ['tag characters', 'a\u{e0041}\u{e007f}b', 'ab'],
    ['blank letters', 'a\u3164\u115fb', 'ab'],
    ['NUL and bell', 'a\0b\u0007', 'ab'],
    ['Windows line ends', 'a\r\nb\rc', 'a\nb\nc'],
    ['Unicode line ends', 'a\u2028b\u2029c', 'a\nb\nc'],
    ['half a surrogate pair', 'a\ud83d', 'a\ufffd'],
  ])('takes out %s', (_what, text, seen) => {
    expect(visibleText(text)).toBe(seen);
  });

  it('leaves languages, tabs and emoji alone', () => {
    expect(visibleText('日本語\t한국어 العربية 🚀')).toBe('日本語\t한국어 العربية 🚀');
    expect(oneLine('  a\n\n b\t c ')).toBe('a b c');
  });
});

describe('cutText', () => {
  it.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['🚀🚀', 3, '🚀…'],
    ['🚀🚀', 4, '🚀🚀'],
    ['abc', 0, ''],
    ['abc', 1, '…'],
  ])('%j at most %i: %j', (text, max, cut) => {
    expect(cutText(text, max)).toBe(cut);
  });

  it('is never longer than allowed, and always well formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.nat(40), (text, max) => {
        const cut = cutText(text, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(cut.isWellFormed()).toBe(true);
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});

describe('inlineCode', () => {
  it.each([
    ['a', '`a`'],
    ['', '` `'],
    ['a`b', '``a`b``'],
    ['`a`', '`` `a` ``'],
    ['a\nb', '`a b`'],
  ])('%j becomes %j', (text, code) => {
    expect(inlineCode(text)).toBe(code);
  });

  it('is one code span with exactly these words', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const inlines = allTokens(`x ${inlineCode(text, 10_000)} y`).filter(
          ({ type }) => type !== 'inline' && !type.startsWith('paragraph'),
        );
        expect(inlines.map(({ type }) => type)).toEqual(['text', 'code_inline', 'text']);
        expect(inlines[1]?.content.trim()).toBe(oneLine(text));
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});

describe('fence', () => {
  it('cannot be closed from inside', () => {
    expect(fence('```\n# out?\n```', 'markdown')).toBe('````markdown\n```\n# out?\n```\n````');
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(tokenTypes(fence(text, 'markdown'))).toEqual(['fence']);
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});

describe('quoteBlock', () => {
  it('keeps lines, and cuts long quotes', () => {
    expect(quoteBlock('one\ntwo\n\n# three')).toBe('> one\\\n> two\n>\n> \\# three');
    expect(quoteBlock('1\n2\n3', { maxLines: 2 })).toBe('> 1\\\n> 2\\\n> …');
  });

  it('holds words only', () => {
    const allowed = /^(blockquote|paragraph)_(open|close)$|^(inline|text|text_special|hardbreak|softbreak)$/;
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(tokenTypes(quoteBlock(text)).filter((type) => !allowed.test(type))).toEqual([]);
      }),
      { seed: 6, numRuns: 300 },
    );
  });
});

describe('escapeHtml', () => {
  it('lets no mark through, in elements and attributes', () => {
    expect(escapeHtml(`<a href="x" b='y'>&amp;</a>\u202e`)).toBe(
      '&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;',
    );
  });
});

describe('csvCell', () => {
  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', `"'=1+1"`],
    ['+cmd', `"'+cmd"`],
    ['-2+3', `"'-2+3"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t=1"`],
    ['＝1', `"'＝1"`],
    [-2, '-2'],
    [null, ''],
    [true, 'true'],
  ])('%j becomes %j', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });
});
