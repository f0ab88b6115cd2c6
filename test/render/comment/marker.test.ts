import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarker, renderMarker } from '../../../src/render/comment/marker.ts';
import { escapeMarkdown } from '../../../src/render/escape/escape-markdown.ts';
import { quoteBlock } from '../../../src/render/escape/quote-block.ts';
import { hostileText } from '../escape/hostile-texts.ts';

describe('marker', () => {
  it('is hidden, and read back as it was written', () => {
    expect(renderMarker({ kind: 'reply', key: '42' })).toBe('<!-- hiyari:reply key=42 -->');
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z][a-z-]{0,20}$/),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        (kind, key) => {
          const written = renderMarker({ kind, key });
          expect(written.match(/-->/g)).toHaveLength(1);
          expect(parseMarker(`${written}\nHello`)).toEqual({ kind, key });
          expect(parseMarker(`${written}\r\nHello`)).toEqual({ kind, key });
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });

  it.each([
    ['not at the start', 'Hello\n<!-- hiyari:reply key=1 -->'],
    ['no key', '<!-- hiyari:reply -->'],
    ['broken percent-encoding', '<!-- hiyari:reply key=%E0%A4 -->'],
    ['another app', '<!-- other:reply key=1 -->'],
    ['words behind it', '<!-- hiyari:reply key=1 --> and more'],
    ['nothing', ''],
  ])('does not count: %s', (_what, body) => {
    expect(parseMarker(body)).toBeNull();
  });

  it('never comes out of somebody’s words', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(parseMarker(escapeMarkdown(text))).toBeNull();
        expect(`${escapeMarkdown(text)}${quoteBlock(text)}`).not.toContain('<!--');
      }),
      { seed: 2, numRuns: 200 },
    );
  });
});
