import { describe, expect, it } from 'vitest';
import { type ConfigFault, type ConfigFaultCode, VALUE_FORMATS, VALUE_KINDS } from '../../src/config/config-problem.ts';
import { LOCALES } from '../../src/domain/locale.ts';
import { GLOB_PROBLEM_CODES } from '../../src/domain/risk/glob/glob-problem.ts';
import { describeProblem } from '../../src/render/config-problem.ts';

/** One of each; the compiler sees to it that none is left out. */
const ONE_OF_EACH: { readonly [Code in ConfigFaultCode]: Extract<ConfigFault, { code: Code }> } = {
  'too-large': { code: 'too-large', limit: 10, got: 20 },
  'too-complex': { code: 'too-complex', limit: 10 },
  'too-deep': { code: 'too-deep', limit: 10 },
  'yaml-syntax': { code: 'yaml-syntax', yamlCode: 'TAB_AS_INDENT' },
  'yaml-tag': { code: 'yaml-tag', got: '!docs' },
  'yaml-alias': { code: 'yaml-alias', got: '*.md' },
  'several-documents': { code: 'several-documents' },
  'duplicate-key': { code: 'duplicate-key', key: 'mode', firstLine: 3 },
  'unknown-key': { code: 'unknown-key', key: 'moed', allowed: ['mode', 'risk'], didYouMean: 'mode' },
  'missing-key': { code: 'missing-key', key: 'level' },
  'wrong-type': { code: 'wrong-type', expected: 'list', got: 'text' },
  'not-allowed': { code: 'not-allowed', got: 'x', allowed: ['en', 'ja'] },
  'bad-format': { code: 'bad-format', format: 'duration', got: '24' },
  'out-of-range': { code: 'out-of-range', min: 1, max: 9, got: 10 },
  empty: { code: 'empty' },
  'too-long': { code: 'too-long', limit: 10, got: 11 },
  'too-many': { code: 'too-many', limit: 10, got: 11 },
  'bad-glob': { code: 'bad-glob', got: '+(a)', problem: { code: 'extglob', at: 0 } },
  'only-negations': { code: 'only-negations' },
  'rule-without-condition': { code: 'rule-without-condition', got: 'r' },
  'contradicting-targets': { code: 'contradicting-targets', key: 'lead-time-p50', limit: 'lead-time-p90' },
  'project-without-match': { code: 'project-without-match', got: 'p' },
  'duplicate-id': { code: 'duplicate-id', got: 'r', firstLine: 3 },
  'undefined-reference': { code: 'undefined-reference', to: 'field', got: 'x', allowed: [] },
  'reserved-label': { code: 'reserved-label', got: 'risk: low' },
  'extends-not-found': { code: 'extends-not-found', got: 'a/b:c', because: 'no-file' },
  'extends-private': { code: 'extends-private', got: 'a/b:c' },
  'extends-second-level': { code: 'extends-second-level', got: 'a/b:c' },
  'extends-cycle': { code: 'extends-cycle', got: 'a/b:c' },
};

describe('describeProblem', () => {
  it.each(LOCALES)('has words of its own for every fault in %s', (locale) => {
    const words = Object.values(ONE_OF_EACH).map((fault) => describeProblem(fault, locale));
    expect(new Set(words).size).toBe(words.length);
    expect(words.filter((text) => !(locale === 'ja' ? /[ぁ-ん].*。$/ : /^[\x20-\x7e]+\.$/).test(text))).toEqual([]);
  });

  it.each(LOCALES)('has words for every format, kind, glob problem and missing base in %s', (locale) => {
    const faults: ConfigFault[] = [
      ...VALUE_FORMATS.map((format): ConfigFault => ({ code: 'bad-format', format, got: 'x' })),
      ...VALUE_KINDS.map((got): ConfigFault => ({ code: 'wrong-type', expected: 'text', got })),
      ...GLOB_PROBLEM_CODES.map((code): ConfigFault => ({ code: 'bad-glob', got: 'x', problem: { code, at: 1 } })),
      ...(['no-repository', 'no-file', 'too-large'] as const).map(
        (because): ConfigFault => ({ code: 'extends-not-found', got: 'x', because }),
      ),
      ...(['field', 'project', 'service'] as const).map(
        (to): ConfigFault => ({ code: 'undefined-reference', to, got: 'x', allowed: ['y'] }),
      ),
      { code: 'yaml-syntax', yamlCode: 'BAD_INDENT' },
      { code: 'yaml-syntax', yamlCode: 'SOMETHING_NEW' },
    ];
    const words = faults.map((fault) => describeProblem(fault, locale));
    expect(new Set(words).size).toBe(words.length);
    expect(words.join('\n')).not.toContain('undefined');
  });

  it.each([
    ['en', 'Unknown key "moed". Did you mean "mode"? Allowed: mode, risk.'],
    ['ja', '「moed」というキーはありません。「mode」のことですか？ 使えるキー: mode, risk。'],
  ] as const)('says what is wrong, what was meant and what is allowed (%s)', (locale, words) => {
    expect(describeProblem(ONE_OF_EACH['unknown-key'], locale)).toBe(words);
  });

  it.each([
    ['en', '"24" is not a length of time (m, h, d or w; up to two years). Examples: 30m, 24h, 7d, 2w.'],
    ['ja', '「24」は期間（m・h・d・w のいずれか、2年以内）ではありません。例: 30m, 24h, 7d, 2w。'],
  ] as const)('gives examples of a format (%s)', (locale, words) => {
    expect(describeProblem(ONE_OF_EACH['bad-format'], locale)).toBe(words);
  });

  it('says the place in a pattern as people count', () => {
    expect(describeProblem({ code: 'bad-glob', got: 'a//b', problem: { code: 'empty-segment', at: 2 } }, 'en')).toBe(
      'The pattern "a//b" is refused: two slashes follow each other (character 3).',
    );
  });

  it('names what is defined, or that nothing is', () => {
    expect(describeProblem(ONE_OF_EACH['undefined-reference'], 'en')).toBe('There is no field "x". Defined: none.');
    expect(describeProblem(ONE_OF_EACH['undefined-reference'], 'ja')).toBe(
      'フィールド「x」は定義されていません。定義済み: なし。',
    );
  });

  it('stays on one line and short, whatever the file says', () => {
    const fault: ConfigFault = { code: 'missing-key', key: `a\n\u202eb\u0000${'🚒'.repeat(200)}` };
    expect(describeProblem(fault, 'en')).toBe(`The key "a b ${'🚒'.repeat(75)}…" is missing. Add it.`);
    expect(describeProblem({ code: 'missing-key', key: 'k'.repeat(80) }, 'en')).toContain('k'.repeat(80));
  });
});
