import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../src/domain/locale.ts';
import { RULE_LEVELS } from '../../../src/domain/risk/risk-level.ts';
import { appendSection } from '../../../src/domain/statement/append-section.ts';
import { DEFAULT_STATEMENT_POLICY } from '../../../src/domain/statement/default-statement-policy.ts';
import { judgeStatement } from '../../../src/domain/statement/judge-statement.ts';
import type { StatementPolicy } from '../../../src/domain/statement/statement-policy.ts';
import { pickHeading, pickHeadings } from '../../../src/render/section/pick-heading.ts';
import { renderFieldSections, renderSection } from '../../../src/render/section/render-section.ts';
import { hostileText } from '../escape/hostile-texts.ts';
import { commonmarkTypes, tokenTypes } from '../escape/parse-markdown.ts';

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

describe('pickHeadings', () => {
  it('names some in the language that is written', () => {
    expect(pickHeadings(['Impact', '影響', 'Risk', '影響範囲'], 'ja', 3)).toEqual(['影響', '影響範囲']);
    expect(pickHeadings(['Impact', '影響', 'Risk', 'Scope'], 'en', 2)).toEqual(['Impact', 'Risk']);
    expect(pickHeadings(['Impact'], 'ja', 2)).toEqual(['Impact']);
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

describe('what the judge makes of it', () => {
  const cases = LOCALES.flatMap((locale) => RULE_LEVELS.map((level) => [locale, level] as const));

  it.each(cases)('a section to paste is not filled in until its author writes: %s, %s', (locale, level) => {
    const section = renderSection(DEFAULT_STATEMENT_POLICY, level, locale);
    const before = judgeStatement(`Why: it was slow.\n\n${section}`, DEFAULT_STATEMENT_POLICY, null);
    expect(before.verdict).toBe('placeholder');
    const required = DEFAULT_STATEMENT_POLICY.require[level];
    for (const id of required) expect(before.fields[id]?.verdict).toBe('placeholder');

    const words = locale === 'ja' ? '検索画面の表示が遅くなる可能性があります。' : 'The search page may become slow.';
    const after = judgeStatement(section.replace(/<!--.*?-->/g, words), DEFAULT_STATEMENT_POLICY, null);
    expect(after.verdict).toBe('filled');
    for (const id of required) expect(after.fields[id]?.verdict).toBe('filled');
  });

  it.each(LOCALES)('fields added to a section are found: %s', (locale) => {
    const heading = pickHeading(DEFAULT_STATEMENT_POLICY.headings, locale);
    const fields = renderFieldSections(DEFAULT_STATEMENT_POLICY, ['rollback', 'monitoring'], locale);
    const body = `## ${heading}\n\nOnly search reads this index.\n\n${fields.replace(/<!--.*?-->/g, 'Revert it, five minutes.')}`;
    const { verdict, fields: found } = judgeStatement(body, DEFAULT_STATEMENT_POLICY, null);
    expect([verdict, found.rollback?.verdict, found.monitoring?.verdict]).toEqual(['filled', 'filled', 'filled']);
  });

  it.each(LOCALES)('the button inserts it once: %s', (locale) => {
    const section = renderSection(DEFAULT_STATEMENT_POLICY, 'high', locale);
    const { headings } = DEFAULT_STATEMENT_POLICY;
    const once = appendSection('Why: it was slow.', section, headings);
    expect(once).toContain(section.trim());
    expect(appendSection(once, section, headings)).toBe(once);
  });
});
