import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/domain/statement/document.ts';
import { wantedKeys } from '../../../src/domain/statement/heading-key.ts';
import { normaliseBody } from '../../../src/domain/statement/normalise-body.ts';

const KNOWN = wantedKeys(['Risk', 'Must it be deployed with care!']);

/** `form rank title = value`, with a question mark behind it when neither policy nor template has the heading. */
function marksOf(body: string): readonly string[] {
  const { marks } = readDocument(normaliseBody(body), KNOWN);
  return marks.map(({ form, rank, title, value, known }) => `${form} ${rank} ${title} = ${value}${known ? '' : '?'}`);
}

describe('headings', () => {
  it.each([
    ['## Risk', 'heading 2 Risk = '],
    ['## Other', 'heading 2 Other = ?'],
    ['## Risk: low', 'heading 2 Risk = low'],
    ['## Risk - low', 'heading 2 Risk = low'],
    ['## Other: low', 'heading 2 Other: low = ?'],
    ['### Risk (low)', 'heading 3 Risk (low) = low'],
    ['### Risk (low).', 'heading 3 Risk (low). = low'],
    ['### Risk (None)', 'heading 3 Risk (None) = None'],
    ['### Risk ( none )', 'heading 3 Risk ( none ) =  none '],
    ['### Risk （なし）', 'heading 3 Risk （なし） = なし'],
    ['### Risk (of all pages)', 'heading 3 Risk (of all pages) = '],
    ['### Risk (low) (of pages)', 'heading 3 Risk (low) (of pages) = '],
    ['### Other (low)', 'heading 3 Other (low) = ?'],
    ['<details><summary>Risk: low</summary></details>', 'summary 6 Risk = low'],
  ])('%j', (body, mark) => expect(marksOf(body)).toEqual([mark]));
});

describe('bold lines', () => {
  it.each([
    ['**Risk**', 'bold 7 Risk = '],
    ['__Risk__', 'bold 7 Risk = '],
    ['**Risk:**', 'bold 9 Risk: = '],
    ['**Risk**:', 'bold 9 Risk: = '],
    ['**Risk: low**', 'bold 7 Risk = low'],
    ['**Risk** (low)', 'bold 7 Risk (low) = low'],
    ['**Other**', 'bold 7 Other = ?'],
    ['**v1.2 of it**', 'bold 7 v1.2 of it = ?'],
    ['**Must it be deployed with care!**', 'bold 7 Must it be deployed with care! = '],
    ['- **Risk**', 'item 11 Risk = '],
    ['- a\n  - **Risk**', 'item 12 Risk = '],
  ])('%j', (body, mark) => expect(marksOf(body)).toEqual([mark]));

  it.each(['**Stop it.**', '**止める。**', '**a** and **b**', '- [ ] **Risk**'])('%j is none', (body) =>
    expect(marksOf(body)).toEqual([]),
  );
});

describe('lines of plain words, when the title is known', () => {
  it.each([
    ['Risk', 'plain 8 Risk = '],
    ['risk', 'plain 8 risk = '],
    ['Risk?', 'plain 8 Risk? = '],
    ['a\nRisk', 'plain 8 Risk = '],
    ['- Risk\n  - a', 'item 11 Risk = '],
    ['- a\n  - Risk\n    - b', 'item 12 Risk = '],
  ])('%j', (body, mark) => expect(marksOf(body)).toEqual([mark]));

  it.each([
    'other',
    'a\nrisk',
    'more\nrisk of a\nb',
    'Risk / other',
    'Risk to users',
    '> Risk',
    '- Risk',
    '- Risk\n- a',
    '- [ ] Risk\n  - a',
    '- a\n  Risk\n  - b',
  ])('%j is none', (body) => expect(marksOf(body)).toEqual([]));
});

describe('rows', () => {
  it.each([
    [
      '| Risk | low | b |\n|---|---|---|\n| Other | c | d |\n| | e | f |',
      ['row 0 Risk = low | b', 'row 0 Other = c | d?'],
    ],
    ['| Risk |\n|---|\n| a |', []],
    [`| ${'a'.repeat(200)} | b |\n|---|---|`, [`row 0 ${'a'.repeat(200)} = b?`]],
    [`| ${'a'.repeat(201)} | b |\n|---|---|`, []],
  ])('%j', (body, marks) => expect(marksOf(body)).toEqual(marks));
});

describe('labels', () => {
  it.each([
    ['Risk: low', 'label 10 Risk = low'],
    ['Risk:', 'label 10 Risk = '],
    ['Risk:  low  ', 'label 10 Risk = low'],
    ['Risk：low', 'label 10 Risk = low'],
    ['Risk:影響', 'label 10 Risk = 影響'],
    ['Risk: **low**', 'label 10 Risk = **low**'],
    ['Risk: a **low** b', 'label 10 Risk = a **low** b'],
    ['**Risk:** low', 'label 9 Risk = low'],
    ['**Risk**: low', 'label 9 Risk = low'],
    ['Risk - low', 'label 10 Risk = low'],
    ['Risk – low', 'label 10 Risk = low'],
    ['Risk: high - low', 'label 10 Risk = high - low'],
    ['Risk - high: low', 'label 10 Risk = high: low'],
    ['Other: low', 'label 10 Other = low?'],
    ['Other **bold**: low', 'label 10 Other bold = low?'],
    ['🚨 Other: low', 'label 10 🚨 Other = low?'],
    ['2nd: low', 'label 10 2nd = low?'],
    ['one two three four five six: low', 'label 10 one two three four five six = low?'],
    ['- Other: low', 'item 11 Other = low?'],
    ['- a\n  - Risk: low', 'item 12 Risk = low'],
    ['- a\n  Risk: low', 'item 11 Risk = low'],
  ])('%j', (body, mark) => expect(marksOf(body)).toEqual([mark]));

  it.each([
    'Other - low',
    'Risk high - low',
    'Risk:low',
    'Note: low',
    'For example: low',
    'one two three four five six seven: low',
    '"Other": low',
    'https://a.example',
    '10:30',
    ': low',
    'It stops. Then: low',
    'It stops.: low',
    '`a: b`',
    '`a`: low',
    '- a\n  Other: low',
    `Risk${' a'.repeat(60)}: low`,
    '> Risk: low',
  ])('%j is none', (body) => expect(marksOf(body)).toEqual([]));
});
