import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/domain/statement/document.ts';
import { findSection } from '../../../src/domain/statement/find-section.ts';
import { wantedKeys } from '../../../src/domain/statement/heading-key.ts';
import { normaliseBody } from '../../../src/domain/statement/normalise-body.ts';
import { sectionUnits } from '../../../src/domain/statement/section-units.ts';

/** `group kind lines [label] text {whole} <path`, for each unit of the section *Risk*; `+` is ticked, `>` quoted. */
function unitsOf(body: string): readonly string[] {
  const document = readDocument(normaliseBody(body), wantedKeys(['Risk', 'More']));
  const mark = document.marks.find(({ keys }) => keys.includes('risk'));
  if (!mark) throw new Error('The body has no heading Risk.');
  const section = findSection(document.lines, document.marks, mark, new Set());
  return sectionUnits(document.lines, document.markAt, section).map((unit) => {
    const kind = `${unit.kind}${unit.ticked ? '+' : ''}${unit.quoted ? '>' : ''}`;
    const label = unit.label === undefined ? '' : `[${unit.label}] `;
    const whole = unit.whole === unit.text ? '' : ` {${unit.whole}}`;
    const path = unit.path.length === 0 ? '' : ` <${unit.path.join(' < ')}`;
    return `${unit.group} ${kind} ${unit.firstLine}-${unit.lastLine} ${label}${unit.text}${whole}${path}`;
  });
}

describe('units below a heading', () => {
  it.each([
    ['a\nb\n\nc', ['1 paragraph 2-3 a b', '2 paragraph 5-5 c']],
    ['影響\n範囲\nAPI\n影響', ['1 paragraph 2-5 影響範囲 API 影響']],
    ['> a\n> b', ['1 paragraph> 2-3 a b']],
    ['<!-- a -->\nb\n\n<!-- c -->\n\n---\n\nd', ['1 paragraph 3-3 b', '2 paragraph 9-9 d']],
    ['```\na\nb\n```\nc', ['1 code 3-4 a\nb {a b}', '2 paragraph 6-6 c']],
    ['<details>\n<summary>a</summary>\n\nb\n\n</details>', ['1 title 3-3 a', '3 paragraph 5-5 b']],
    // Lists.
    ['- a\n- b\n  c\n\nd', ['1 item 2-2 a', '1 item 3-4 b c', '2 paragraph 6-6 d']],
    ['- a\n\nb\n- c', ['1 item 2-2 a', '2 paragraph 4-4 b', '3 item 5-5 c']],
    ['- a\n\n  b\n  - c', ['1 item 2-2 a', '1 item 4-4 b <a', '2 item 5-5 c <a']],
    [
      '- a\n  - b\n    - c\n  - d\n- e\n\nf\n\n- g',
      [
        ...['1 item 2-2 a', '2 item 3-3 b <a', '3 item 4-4 c <a < b', '4 item 5-5 d <a', '5 item 6-6 e'],
        ...['6 paragraph 8-8 f', '7 item 10-10 g'],
      ],
    ],
    // Labels.
    ['a: b\nc', ['1 paragraph 2-3 [a] b c {a: b c}']],
    ['a\nMore: b\nc', ['1 paragraph 2-2 a', '1 paragraph 3-4 [More] b c {More: b c}']],
    [
      'one two three four five six: a',
      ['1 paragraph 2-2 [one two three four five six] a {one two three four five six: a}'],
    ],
    ['one two three four five six seven: a', ['1 paragraph 2-2 one two three four five six seven: a']],
    ['- a:\n  - b', ['1 item 2-2 [a]  {a:}', '2 item 3-3 b <a:']],
    ['- x\n  y\n  More: b', ['1 item 2-3 x y', '1 item 4-4 [More] b {More: b} <x y']],
    // Titles.
    ['### a\n\nb', ['1 title 2-2 a', '3 paragraph 4-4 b']],
    ['### a: b\n\nc', ['1 paragraph 2-2 [a] b {a: b}', '3 paragraph 4-4 c']],
    ['### More (low)', ['1 paragraph 2-2 [More (low)] low {More (low)}']],
    ['**a**\n\nb', ['1 title 2-2 **a**', '3 paragraph 4-4 b']],
    ['- **a**\n  - b', ['1 title 2-2 **a**', '3 item 3-3 b']],
    ['- **a**: b', ['1 item 2-2 [**a**] b {**a**: b}']],
    // Rows: the first of several is the table's head.
    ['| a | b |\n|---|---|\n| c | d |', ['2 row 4-4 [c] d {c | d}']],
    ['| a | b |\n|---|---|\n| c |  |', []],
    ['| a |\n|---|\n| c |', ['1 row 2-2 a', '2 row 4-4 c']],
    ['| a | b | c |\n|---|---|---|\n| d | e | f |', ['2 row 4-4 [d] e ; f {d | e | f}']],
    ['| a | b |\n|---|---|\n| f | [ ] g [x] h |', ['2 option 4-4 [f] g', '2 option+ 4-4 [f] h']],
  ])('%j', (section, units) => expect(unitsOf(`## Risk\n${section}`)).toEqual(units));

  it.each([
    ['[ ] a\n[x] b\n\n[ ] c', ['1 option 2-2 a', '1 option+ 3-3 b', '1 option 5-5 c']],
    ['- [ ] a\n- [x] b\n  - [ ] c', ['1 option 2-2 a', '1 option+ 3-3 b', '2 option 4-4 c <b']],
    ['- [ ] a\n  b', ['1 option 2-3 a b']],
    ['[ ] a [x] b / [ ] c', ['1 option 2-2 a', '1 option+ 2-2 b', '1 option 2-2 c']],
    ['Level: [ ] low, [X] high', ['1 option 2-2 [Level] low', '1 option+ 2-2 [Level] high']],
    ['**a**: [ ] b [x] c', ['1 option 2-2 [**a**] b', '1 option+ 2-2 [**a**] c']],
    ['［x］ a ［ ］ b', ['1 option+ 2-2 a', '1 option 2-2 b']],
    ['☐ a ☑ b ☒ c', ['1 option 2-2 a', '1 option+ 2-2 b', '1 option+ 2-2 c']],
    ['[a](b) [x](c)', ['1 paragraph 2-2 [a](b) [x](c)']],
  ])('options: %j', (section, units) => expect(unitsOf(`## Risk\n${section}`)).toEqual(units));
});

describe('the value of the heading itself comes first', () => {
  it.each([
    ['## Risk: a\n\nb', ['0 paragraph 1-1 a', '1 paragraph 3-3 b']],
    ['## Risk (low)\n\nb', ['0 paragraph 1-1 low', '1 paragraph 3-3 b']],
    ['Risk: a\nb', ['0 paragraph 1-1 a', '1 paragraph 2-2 b']],
    ['- Risk: a\n  - b', ['0 item 1-1 a', '1 item 2-2 b']],
    ['| Risk | [ ] a [x] b |\n|---|---|\n| c | d |', ['0 option 1-1 a', '0 option+ 1-1 b']],
  ])('%j', (body, units) => expect(unitsOf(body)).toEqual(units));
});
