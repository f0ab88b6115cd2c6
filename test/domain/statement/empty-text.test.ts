import { describe, expect, it } from 'vitest';
import { isBracketed, isEmptyAnswer, withoutBlanks } from '../../../src/domain/statement/empty-text.ts';

describe('isEmptyAnswer', () => {
  it.each([
    ...['', '---', 'ー々', '😀', '✅', '"?"', '1', '12.5', '..1', 'a', 'xx', 'XXXX', 'asdf'],
    ...['TBD', '(TBD)', '((TBD))', '「TBD」', '"tbd" ...', 'ＴＢＤ', 'TBD: it is measured', 'TODO one two three four'],
    ...['#12', '#12, #13', '@owner', '@owner/team', '@a-b/c-d.', '@owner  TBD'],
    'TBD'.padEnd(300, '!'),
  ])('%j says nothing', (text) => expect(isEmptyAnswer(text)).toBe(true));

  it.each([
    ...['yes', 'Y', 'n', 'yn', '12345', '1234 x', 'foxx', 'axx', 'asdf1', 'qwerty is', 'see #12', '![a](b.png)'],
    ...['TODO one two three four five', 'mail@a.example', 'a/@b', '@owner decides'],
    'TBD'.padEnd(301, '!'),
  ])('%j says something', (text) => expect(isEmptyAnswer(text)).toBe(false));
});

describe('isBracketed', () => {
  it.each([
    ...['[reason]', '**[reason]**', '**_[reason]_** ;', ' `{…}` ', '<reason>.', '【理由】', '{{x}}', '%NAME%'],
    `[${'a'.repeat(598)}]`,
  ])('%j is a blank', (text) => expect(isBracketed(text)).toBe(true));

  it.each(['[a] b', 'a [b]', '[a][b]', '[a] *b* [c]', `[${'a'.repeat(599)}]`])('%j is not', (text) =>
    expect(isBracketed(text)).toBe(false),
  );
});

describe('withoutBlanks', () => {
  it.each([
    ['[a] → [b c]', '  →  '],
    ['{a} {{bc}} {d', '    {d'],
    ['<the reason> x', '  x'],
    ['___ __ x', '  __ x'],
    ['[a](b) [a][b] [!NOTE]', '[a](b) [a][b] [!NOTE]'],
    ['[a]: b', '[a]: b'],
    ['<a href="b"></a>', '<a href="b"></a>'],
  ])('%j', (text, rest) => expect(withoutBlanks(text)).toBe(rest));
});
