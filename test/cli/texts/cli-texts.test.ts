import { describe, expect, it } from 'vitest';
import { actionTexts } from '../../../src/action/texts/action-texts.ts';
import { cliTexts } from '../../../src/cli/texts/cli-texts.ts';

/** Every text of a tree of texts, with sample values where it is a function. */
function textsOf(value: unknown, path: string): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const say = value as (...values: readonly unknown[]) => string;
    return [1, 3].flatMap((count) => [
      [`${path}(${count})`, say(...Array.from({ length: say.length }, () => count))] as const,
    ]);
  }
  return Object.entries(value as object).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
}

const tables = { cli: cliTexts, action: actionTexts };

describe.each(Object.entries(tables))('the texts of the %s', (_name, table) => {
  const en = textsOf(table('en'), '');
  const ja = textsOf(table('ja'), '');

  it('say something, wholly, in each language', () => {
    for (const [path, text] of [...en, ...ja])
      expect([path, text]).toEqual([path, expect.stringMatching(/^(?!.*(undefined|NaN|\[object)).+$/s)]);
    expect(ja.map(([path]) => path)).toEqual(en.map(([path]) => path));
  });

  it('are Japanese in Japanese, but for names', () => {
    const foreign = ja.filter(([, text]) => !/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text));
    const names = /^(\d|#|ID|owner\/name|[^ ]+: [^ ]+)$/;
    expect(foreign.filter(([, text]) => !names.test(text))).toEqual([]);
  });

  it('are English in English', () => {
    expect(en.filter(([, text]) => /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text))).toEqual([]);
  });
});
