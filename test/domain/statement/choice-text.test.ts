import { describe, expect, it } from 'vitest';
import { isOpenChoice, stanceOf } from '../../../src/domain/statement/choice-text.ts';

describe('isOpenChoice', () => {
  it.each([
    'Yes / No',
    'yes|no',
    'yes or no',
    'low, medium, high',
    'low , medium , or high',
    'low / medium / high / not sure',
    'あり・なし',
    'あり または なし',
    'あり、なし、不要',
    '有りもしくは無し',
    '是或否',
    '是或者否',
    '예 또는 아니오',
    'yes or n/a',
    'true / false / n/a',
    '(yes or no)',
    '(yes or no.)',
    '[low] or [high]',
    '「あり」または「なし」',
    'choose yes or no',
    'Choose one: low or high',
    'select: low or high',
    'Pick one low or high',
    'yes or no.',
    'Breaking: yes or no',
    'sale / pos / none',
    'the checkout page / none',
    '✅ / ❌ Breaking change',
    '✔️/✖ Breaking change',
    ' ☑ /❌ Breaking change',
  ])('%j: nobody has chosen', (text) => expect(isOpenChoice(text)).toBe(true));

  it.each([
    '',
    'yes',
    'yes /',
    'yes / yes',
    'none / n/a',
    'Minimal, n/a',
    'low, none',
    'the page or the queue',
    'sale / pos',
    'none / no retries',
    'the whole checkout page / none',
    'the queue, none, low',
    'n/a, the queue, low',
    'we will choose low / high',
    'it is done ✅ / ❌ Breaking change',
    '✅ Breaking change',
    '✅ / Breaking change',
  ])('%j: no choice is left open', (text) => expect(isOpenChoice(text)).toBe(false));

  it('looks at short texts only', () => {
    expect(isOpenChoice('yes / no'.padEnd(300))).toBe(true);
    expect(isOpenChoice('yes / no'.padEnd(301))).toBe(false);
    expect(isOpenChoice('yes / no'.padEnd(160, '/'))).toBe(true);
    expect(isOpenChoice('yes / no'.padEnd(161, '/'))).toBe(false);
  });
});

describe('stanceOf', () => {
  it.each([
    [
      'yes',
      ['Yes', 'Yes, it breaks clients', 'yep', 'Y', 'TRUE', 'はい', 'あり', '有', '有り', '是', '예', '네', '있음'],
    ],
    ['yes', ['✅ Yes', '"Yes"', '- ( yes )']],
    ['no', ['No', 'No, nothing breaks', 'none', 'N', 'N/A', 'Not applicable', 'false', 'いいえ', 'なし', '無', '無し']],
    ['no', ['否', '无', '아니오', '아니요', '없음', '❌ No']],
    ['level', ['Low', 'low risk', 'High impact', '高', '높음', '🟢 Low']],
    [undefined, ['', 'yesterday', 'ありがとう', '有効', 'nothing', 'north', 'なしくずし', 'y2k', 'n2']],
    [undefined, ['low risk of delay', 'low risky', 'the low one', 'risk', 'lowrisk']],
  ] as const)('%s: %j', (stance, texts) => {
    for (const text of texts) expect([text, stanceOf(text)]).toEqual([text, stance]);
  });
});
