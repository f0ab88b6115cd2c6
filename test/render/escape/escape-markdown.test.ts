import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../../../src/render/escape/escape-markdown.ts';
import { oneLine } from '../../../src/render/escape/visible-text.ts';
import { HOSTILE_TEXTS, hostileText } from './hostile-texts.ts';
import { allTokens, tokenTypes, visibleWords } from './parse-markdown.ts';

/** What GitHub turns into links or pings in finished HTML; looked for where a zero-width space no longer stands between. */
const LINKED = /@[a-z0-9]|#\d|GH-\d|:\/\/|www\.|:[a-z0-9_+-]+:|(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])/i;

const WORDS = new Set(['paragraph_open', 'inline', 'text', 'text_special', 'paragraph_close']);

function textOf(markdown: string): string {
  return allTokens(markdown)
    .filter(({ type }) => type === 'text' || type === 'text_special')
    .map(({ content }) => content)
    .join('');
}

describe('escapeMarkdown', () => {
  it.each([
    ['plain words stay', 'plain words stay'],
    ['*bold* and `code`', '\\*bold\\* and \\`code\\`'],
    ['<b>', '&lt;b&gt;'],
    ['a|b', 'a&vert;b'],
    ['# title', '\\# title'],
    ['12. item', '12\\. item'],
    ['two\nlines', 'two lines'],
    ['@acme/team', '@&#8203;acme/team'],
    ['fixes #12', 'fixes #&#8203;12'],
    ['see GH-1', 'see GH-&#8203;1'],
    ['acme/app#1', 'acme/app#&#8203;1'],
    ['deadbee', 'deadbe&#8203;e'],
    ['https://x.example', 'https:&#8203;//x.example'],
    ['影響範囲は「検索」のみ', '影響範囲は「検索」のみ'],
  ])('%j becomes %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it.each(HOSTILE_TEXTS)('makes nothing but words of %j', (text) => {
    expect(tokenTypes(escapeMarkdown(text)).filter((type) => !WORDS.has(type))).toEqual([]);
    expect(textOf(escapeMarkdown(text))).not.toMatch(LINKED);
  });

  it('shows exactly the words that were written, as one paragraph', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const escaped = escapeMarkdown(text, 10_000);
        expect(tokenTypes(escaped).filter((type) => !WORDS.has(type))).toEqual([]);
        expect(visibleWords(escaped)).toBe(oneLine(text));
        expect(textOf(escaped)).not.toMatch(LINKED);
      }),
      { seed: 7, numRuns: 400 },
    );
  });

  it('stays in its cell of a table', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const types = tokenTypes(`| a | b |\n|---|---|\n| ${escapeMarkdown(text)} | end |\n`);
        expect(types.filter((type) => type === 'td_open')).toHaveLength(2);
        expect(types.filter((type) => type === 'tr_open')).toHaveLength(2);
      }),
      { seed: 8, numRuns: 200 },
    );
  });

  it('cuts before it escapes', () => {
    expect(escapeMarkdown('**********', 5)).toBe('\\*\\*\\*\\*…');
  });
});
