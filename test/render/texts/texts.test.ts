import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../src/domain/locale.ts';
import { textsIn } from '../../../src/render/texts/texts-in.ts';

/** Every fixed text with its path; functions are exercised where they are used. */
function fixedTexts(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => fixedTexts(inner, `${path}.${key}`));
}

function shapeOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]));
}

describe('texts', () => {
  it('have the same shape in every language', () => {
    const [first, ...others] = LOCALES.map((locale) => shapeOf(textsIn(locale)));
    for (const other of others) expect(other).toEqual(first);
  });

  it.each(LOCALES)('are none of them empty in %s', (locale) => {
    for (const [path, text] of fixedTexts(textsIn(locale))) {
      if (path !== '.betweenSentences') expect(text.trim(), path).not.toBe('');
    }
  });

  it.each(LOCALES)('fit GitHub’s buttons in %s', (locale) => {
    for (const { label, description } of Object.values(textsIn(locale).button)) {
      expect(label.length).toBeLessThanOrEqual(20);
      expect(description.length).toBeLessThanOrEqual(40);
    }
  });

  it.each(LOCALES)('do not end an HTML comment in %s', (locale) => {
    for (const [path, text] of fixedTexts(textsIn(locale).section)) expect(text, path).not.toMatch(/--|>/);
  });

  it('speak of one and of many in English', () => {
    const { config, match, mergeGroup, list, oneOf } = textsIn('en');
    expect([match.changedFiles(1), match.changedFiles(2), match.changedFiles(1000)]).toEqual([
      '1 changed file',
      '2 changed files',
      '1,000 changed files',
    ]);
    expect(mergeGroup.intro(1)).toBe('This merge group holds 1 pull request, judged as one: the worst result counts.');
    expect(config.brokenTitle(2)).toBe('The configuration at the base branch has 2 problems');
    expect([list([]), list(['a']), list(['a', 'b']), list(['a', 'b', 'c'])]).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
    expect(oneOf(['a', 'b', 'c'])).toBe('a, b or c');
  });

  it('are Japanese in Japanese', () => {
    const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
    const symbols = /^\.(fullStop|betweenSentences|check\.(mark|notFound|pullRequest))/;
    for (const [path, text] of fixedTexts(textsIn('ja'))) {
      if (!symbols.test(path)) expect(text, path).toMatch(japanese);
    }
  });
});
