import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StatementPolicy } from '../../../src/domain/statement/statement-policy.ts';
import { BODY_LIMIT, insertSectionText } from '../../../src/render/section/insert-section-text.ts';
import { pickHeading } from '../../../src/render/section/pick-heading.ts';
import { renderSection } from '../../../src/render/section/render-section.ts';
import { hostileText } from '../escape/hostile-texts.ts';
import { allTokens, commonmarkTypes, tokenTypes } from '../escape/parse-markdown.ts';

const policy: StatementPolicy = {
  headings: ['Technical impact', '技術的な影響'],
  fields: [
    { id: 'blast-radius', headings: ['Blast radius', '影響範囲'] },
    { id: 'rollback', headings: ['Rollback', 'ロールバック', '切り戻し'] },
    { id: 'cost', headings: ['Running cost'] },
  ],
  require: { low: [], medium: ['blast-radius'], high: ['blast-radius', 'rollback', 'cost'] },
  none: { allowedUpTo: 'medium', reason: 'required' },
};

describe('pickHeading', () => {
  it.each([
    [['Technical impact', '技術的な影響'], 'en', 'Technical impact'],
    [['Technical impact', '技術的な影響'], 'ja', '技術的な影響'],
    [['기술적 영향', '影响', 'Impact'], 'en', 'Impact'],
    [['Impact'], 'ja', 'Impact'],
    [['[Impact]', 'Risk'], 'en', 'Risk'],
    [['[Impact]'], 'en', '[Impact]'],
    [['  ', '\u200b'], 'en', null],
    [[], 'ja', null],
  ] as const)('%j in %s: %j', (headings, locale, picked) => {
    expect(pickHeading(headings, locale)).toBe(picked);
  });
});

describe('renderSection', () => {
  it('asks for what a high risk needs, in English', () => {
    expect(renderSection(policy, 'high', 'en')).toBe(`## Technical impact

### Blast radius
<!-- What could break, for whom, and how far would it reach? -->

### Rollback
<!-- How do we get back, how long does it take, and what cannot be undone (data, messages sent)? -->

### Running cost
<!-- A sentence or two in your own words. -->
`);
  });

  it('asks in Japanese', () => {
    expect(renderSection(policy, 'medium', 'ja')).toBe(`## 技術的な影響

### 影響範囲
<!-- 何が、誰にとって、どの範囲まで壊れる可能性がありますか。 -->
`);
  });

  it('handles an unknown risk like a high one', () => {
    expect(renderSection(policy, 'unknown', 'en')).toBe(renderSection(policy, 'high', 'en'));
  });

  it('has a prompt of its own where no field is required, and a heading where none is configured', () => {
    expect(renderSection({ ...policy, headings: [] }, 'low', 'en')).toBe(
      '## Technical impact\n<!-- What could this change break, and who would notice? If nothing: "None" and why. -->\n',
    );
  });

  it('gives headings and comments only, whatever the headings are', () => {
    fc.assert(
      fc.property(hostileText, (heading) => {
        const section = renderSection({ ...policy, headings: [heading] }, 'medium', 'en');
        expect(section).not.toMatch(/@[a-z0-9]|#\d|:\/\/|www\./i);
        const blocks = tokenTypes(section).filter((type) => type === 'heading_open' || type === 'html_block');
        expect(blocks).toEqual(['heading_open', 'heading_open', 'html_block']);
        expect(commonmarkTypes(section).filter((type) => /link|image|html_inline/.test(type))).toEqual([]);
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});

describe('insertSectionText', () => {
  const section = renderSection(policy, 'medium', 'en');
  const block = section.trim();

  it.each([
    ['nothing', null, `${block}\n`],
    ['an empty body', '', `${block}\n`],
    ['words', 'Why\n\n', `Why\n\n${block}\n`],
    ['an unclosed code block', '```\ncode', `${block}\n\n\`\`\`\ncode\n`],
    ['an unclosed comment', 'Hello\n\n<!-- note', `${block}\n\nHello\n\n<!-- note\n`],
    ['Windows line ends', 'a\r\nb', `a\r\nb\r\n\r\n${block.replaceAll('\n', '\r\n')}\r\n`],
  ])('adds the section to %s', (_what, body, expected) => {
    expect(insertSectionText(body, section)).toEqual({ inserted: true, body: expected });
  });

  it('adds it once', () => {
    const once = insertSectionText('Why', section);
    expect(once.inserted && insertSectionText(once.body, section)).toEqual(once);
    const windows = insertSectionText('a\r\nb', section);
    expect(windows.inserted && insertSectionText(windows.body, section)).toEqual(windows);
  });

  it('says so where GitHub would refuse the description', () => {
    expect(insertSectionText('x'.repeat(BODY_LIMIT - 10), section)).toEqual({
      inserted: false,
      because: 'body-too-long',
    });
  });

  it('always comes out as a section of its own', () => {
    fc.assert(
      fc.property(hostileText, (body) => {
        const inserted = insertSectionText(body, section);
        const headings = inserted.inserted
          ? allTokens(inserted.body).flatMap((token, at, all) =>
              token.type === 'heading_open' ? [all[at + 1]?.content] : [],
            )
          : [];
        expect(headings).toContain('Technical impact');
      }),
      { seed: 12, numRuns: 300 },
    );
  });
});
