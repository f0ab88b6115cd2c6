import { describe, expect, it } from 'vitest';
import { headingKey, headingKeys, wantedKeys } from '../../../src/domain/statement/heading-key.ts';
import { normaliseBody } from '../../../src/domain/statement/normalise-body.ts';
import { parseBody } from '../../../src/domain/statement/parse-body.ts';
import { plainText, wordCount, wordsKey } from '../../../src/domain/statement/plain-text.ts';
import { visibleText, withoutComments } from '../../../src/domain/statement/visible-text.ts';

describe('normaliseBody', () => {
  it.each([
    [null, ''],
    ['a\r\nb\rc\n', 'a\nb\nc\n'],
    ['\uFEFFa\uFEFF', 'a\uFEFF'],
    ['a\0b', 'a\uFFFDb'],
    ['Cafe\u0301', 'Café'],
  ])('%j', (body, text) => expect(normaliseBody(body)).toEqual({ text, truncated: false }));

  it('cuts at the limit', () => {
    expect(normaliseBody('a'.repeat(65_536)).truncated).toBe(false);
    const { text, truncated } = normaliseBody('a'.repeat(65_537));
    expect([text.length, truncated]).toEqual([65_536, true]);
  });
});

describe('visibleText', () => {
  it.each([
    ['plain', 'plain', []],
    ['a <!-- b --> c', 'a  c', [' b ']],
    ['a <!--b\nc--> d', 'a \n d', ['b\nc']],
    ['a <!-- b', 'a <!-- b', []],
    ['a <!--> b', 'a  b', ['']],
    ['`<!-- a -->`', '`<!-- a -->`', []],
    ['``a ` <b>`` c', '``a ` <b>`` c', []],
    ['`a <!-- b -->', '`a ', [' b ']],
    ['a\\*b \\<c\\> \\d', 'a*b <c> \\d', []],
    ['a<br>b<br/>c', 'a b c', []],
    ['<b>a</b> <strong>b</strong>', '**a** **b**', []],
    ['a <span class="x">b</span> c', 'a b c', []],
    ['a < b > c', 'a < b > c', []],
    ['<https://a.example>', '<https://a.example>', []],
    ['a <b', 'a <b', []],
    ['<http://a.example> <mailto:a@b.example>', '<http://a.example> <mailto:a@b.example>', []],
    ['<a title="<https:">b', '<a title="<https:">b', []],
    ['`<b>` <b>c</b>', '`<b>` **c**', []],
    ['`` ` <i> `` <i>a</i> ` <i>', '`` ` <i> `` a ` ', []],
    ['a<!--b-->c<!--d-->e', 'ace', ['b', 'd']],
    ['<!--a-->', '', ['a']],
    ['a --> b <!-- c', 'a --> b <!-- c', []],
    ['\\', '\\', []],
  ])('%j', (source, text, comments) => {
    const visible = visibleText(source);
    expect([visible.text, visible.comments.map((comment) => comment.text)]).toEqual([text, comments]);
  });

  it('counts the lines of comments', () => {
    expect(visibleText('`a\nb`\n<!-- c\n -->\n<!-- d -->').comments).toEqual([
      { text: ' c\n ', line: 2 },
      { text: ' d ', line: 4 },
    ]);
  });
});

describe('withoutComments', () => {
  it.each([
    ['<div>a</div>', '<div>a</div>', []],
    [
      'a<!-- b\nc -->d\n<!--e-->',
      'a\nd\n',
      [
        { text: ' b\nc ', line: 0 },
        { text: 'e', line: 2 },
      ],
    ],
    ['a<!-- b\nc', 'a\n', [{ text: ' b\nc', line: 0 }]],
    ['`<!-- a -->`', '``', [{ text: ' a ', line: 0 }]],
    ['<!-->a', 'a', [{ text: '', line: 0 }]],
  ])('%j', (source, text, comments) => expect(withoutComments(source)).toEqual({ text, comments }));
});

describe('plainText', () => {
  it.each([
    ['  a   b ', 'a b'],
    ['**a** _b_ `c` ~~d~~', 'a b c d'],
    ['snake_case _and_ more', 'snake_case and more'],
    ['[a](https://b.example) c', 'a c'],
    ['![a](b.png) c', '\uFFFC c'],
    ['[!NOTE] a', 'a'],
    ['a&nbsp;b', 'a b'],
    ['a\u200Bb', 'ab'],
  ])('%j', (text, plain) => expect(plainText(text)).toBe(plain));

  it.each([
    ['Ａ　Ｂ', 'a b'],
    ['影響 範囲', '影響範囲'],
    ['영향 범위', '영향 범위'],
    ['⚠️ Risk', 'risk'],
    ['A  B', 'a b'],
  ])('key of %j', (text, key) => expect(wordsKey(text)).toBe(key));

  it.each([
    ['', 0],
    ['one two-three', 2],
    ['影響範囲', 2],
    ['API の変更', 2.5],
    ['- . !', 0],
  ])('words of %j', (text, count) => expect(wordCount(text)).toBe(count));
});

describe('headingKey', () => {
  it.each([
    ['Potential Risks', 'potential risks'],
    ['**Risk** (low / high)', 'risk'],
    ['(Risk)', 'risk'],
    ['【影響範囲】', '影響範囲'],
    ['1.2 Risk?', 'risk'],
    ['1、リスク：', 'リスク'],
    ['Step 3: Risk', 'risk'],
    ['Risk - REQUIRED', 'risk'],
    ['リスク（必須）', 'リスク'],
    ['Roll-back_plan', 'roll back plan'],
    ['What’s “new”', "what's new"],
    ['🚨 Risk 🚨', 'risk'],
    ['2 phases', 'phases'],
    ['???', ''],
  ])('%j', (raw, key) => expect(headingKey(raw)).toBe(key));

  it('knows sides, joins and hints in another script', () => {
    expect(headingKeys('Risk / 风险')).toEqual(['risk / 风险', 'risk', '风险']);
    expect(headingKeys('Impact (影響)')).toEqual(['impact', '影響']);
    expect(headingKeys('Impact (of all)')).toEqual(['impact']);
    expect(headingKeys('Risk and rollback')).toEqual(['risk and rollback', 'risk', 'rollback']);
    expect(headingKeys('リスクとロールバック')).toEqual(['リスクとロールバック', 'リスク', 'ロールバック']);
    expect(headingKeys('a/b/c/d/e')).toEqual(['a/b/c/d/e']);
    expect(headingKeys('x'.repeat(201))).toEqual([]);
    expect([...wantedKeys(['Risk / 风险', 'Risks / rollback', '!'])]).toEqual([
      'risk / 风险',
      'risk',
      '风险',
      'risks / rollback',
    ]);
  });
});

describe('parseBody', () => {
  const shape = (body: string) =>
    parseBody(body).map(({ line, kind, text, depth }) => `${line} ${kind} ${depth} ${text}`);

  it.each([
    ['# A\n\nb\nc', ['1 heading 0 A', '3 text 0 b', '4 text 0 c']],
    ['- a\n  - [x] b\n  c', ['1 text 1 a', '2 text 2 b', '3 text 2 c']],
    ['| a | b |\n|---|---|\n| c | d |', ['1 row 0 a | b', '3 row 0 c | d']],
    ['```\na\nb\n```', ['2 code 0 a', '3 code 0 b']],
    ['    a', ['1 code 0 a']],
    ['---', ['1 rule 0 ']],
    ['<!-- a\nb -->\nc', ['1 comment 0  a\nb ', '3 text 0 c']],
    ['<!-- a --> b', ['1 comment 0  a ', '1 text 0 b']],
    [
      '<details>\n<summary>A</summary>\nb\n</details>',
      ['1 fold-start 0 ', '2 heading 0 A', '3 text 0 b', '4 fold-end 0 '],
    ],
    [
      '<details><summary>\nA\n</summary>\n\nb\n\n</details>',
      ['1 fold-start 0 ', '1 heading 0 A', '5 text 0 b', '7 fold-end 0 '],
    ],
    ['<h3>A</h3>\nb', ['1 heading 0 A', '2 text 0 b']],
    ['A\n-', ['1 text 0 A']],
    ['A\n--', ['1 heading 0 A']],
    ['A sentence.\n---', ['1 text 0 A sentence.']],
    ['a\n\nSigned-off-by: B <b@example.com>', ['1 text 0 a']],
    ['---\n<!-- CURSOR_SUMMARY -->\na\n<!-- /CURSOR_SUMMARY -->\nb', ['5 text 0 b']],
    ['<!-- CURSOR_SUMMARY -->\na', ['1 comment 0  CURSOR_SUMMARY ', '2 text 0 a']],
  ])('%j', (body, lines) => expect(shape(body)).toEqual(lines));

  it('tells boxes, quotes and items apart', () => {
    const [quoted, ticked, unticked, glyph, plain] = parseBody('> a\n\n- [X] b\n- [ ] c\n- ☑ d\n- [e](f)\n');
    expect(quoted).toMatchObject({ quoted: true, startsItem: false });
    expect(ticked).toMatchObject({ box: 'ticked', text: 'b', startsItem: true, quoted: false });
    expect(unticked).toMatchObject({ box: 'unticked', text: 'c' });
    expect(glyph).toMatchObject({ box: 'ticked', text: 'd' });
    expect(plain?.box).toBeUndefined();
  });
});

describe('parseBody, line by line', () => {
  const shape = (body: string) =>
    parseBody(body).map((line) => {
      const marks = `${line.startsItem ? '*' : ''}${line.quoted ? '>' : ''}${line.rank ?? ''}${line.box ?? ''}`;
      return `${line.line} ${line.kind} ${line.depth}${marks} ${line.text}`;
    });

  it.each([
    // A comment starts no item; what follows it does.
    ['- <!-- a -->\n  b', ['1 comment 1  a ', '2 text 1* b']],
    ['- a\n  <!-- b\n  c -->\n  d', ['1 text 1* a', '2 comment 1  b\nc ', '4 text 1 d']],
    ['a <!-- b\nc --> d <!-- e -->', ['1 comment 0  b\nc ', '2 comment 0  e ', '1 text 0 a', '2 text 0 d']],
    ['1. a\n\nb', ['1 text 1* a', '3 text 0 b']],
    ['-\n\nb', ['3 text 0 b']],
    ['| a <!-- b --> | c |\n|---|---|\n|  d  | e |', ['1 comment 0  b ', '1 row 0 a | c', '3 row 0 d | e']],
    // Underlined: a title is short, of one line, and no sentence.
    ['A\n===', ['1 heading 01 A']],
    ['v1. A\n---', ['1 heading 02 v1. A']],
    ['A <!-- b -->\n---', ['1 comment 0  b ', '1 heading 02 A']],
    ['A\nB\n===', ['1 text 0 A', '2 text 0 B']],
    [`${'a'.repeat(80)}\n---`, [`1 heading 02 ${'a'.repeat(80)}`]],
    [`${'a'.repeat(81)}\n---`, [`1 text 0 ${'a'.repeat(81)}`]],
    // Boxes.
    ['a\n  [x] b\n  c', ['1 text 0 a', '2 text 0ticked b', '3 text 0 c']],
    ['- a\n  [x] b', ['1 text 1* a', '2 text 1 [x] b']],
    ['[x] a\n[ ] b\n[ ]', ['1 text 0ticked a', '2 text 0unticked b', '3 text 0unticked ']],
    ['```\n  a  \n  -  [x] b\n- c\n```', ['2 code 0   a', '3 code 0ticked b', '4 code 0 - c']],
    ['a - [x] b', ['1 text 0 a - [x] b']],
    ['☐ a\n☒ b', ['1 text 0unticked a', '2 text 0ticked b']],
    // Several in one line are options of one question.
    ['☐ a ☑ b', ['1 text 0 ☐ a ☑ b']],
    ['[ ] a [x] b', ['1 text 0 [ ] a [x] b']],
    // HTML.
    ['<h2>\n  A   b\n</h2>\nc', ['1 heading 02 A b', '4 text 0 c']],
    ['<h2>A</h2>b', ['1 heading 02 A', '1 text 0 b']],
    ['<summary>A</summary>', ['1 heading 0 A']],
    ['<details>\na\n</details >\nb', ['1 fold-start 0 ', '2 text 0 a', '3 fold-end 0 ', '4 text 0 b']],
  ])('%j', (body, lines) => expect(shape(body)).toEqual(lines));

  it.each([
    ['<!-- a -->\nSigned-off-by: b <b@c.example>', ['1 comment 0  a ']],
    ['<!-- Signed-off-by: a <b@c.example> -->', ['1 comment 0  Signed-off-by: a <b@c.example> ']],
    ['<!-- ELLIPSIS_HIDDEN -->\na\n<!-- ELLIPSIS_HIDDEN -->\nb', ['4 text 0 b']],
    ['<!-- ELLIPSIS_HIDDEN -->\na', ['1 comment 0  ELLIPSIS_HIDDEN ', '2 text 0 a']],
    ['a\n<!-- /CURSOR_SUMMARY -->\nb', ['1 text 0 a', '2 comment 0  /CURSOR_SUMMARY ', '3 text 0 b']],
    // A region goes with the rule above it, and only a comment ends it.
    ['a\n\n---\n<!-- CURSOR_SUMMARY -->\nb\n<!-- c -->\nd\n<!-- /CURSOR_SUMMARY -->\ne', ['1 text 0 a', '9 text 0 e']],
    ['a\n\n<!-- CURSOR_SUMMARY -->\nb\n<!-- /CURSOR_SUMMARY -->\nc', ['1 text 0 a', '6 text 0 c']],
    [
      '/CURSOR_SUMMARY\n\n<!-- CURSOR_SUMMARY -->\na\n\n/CURSOR_SUMMARY\n\nb\n<!-- /CURSOR_SUMMARY -->\nc',
      ['1 text 0 /CURSOR_SUMMARY', '10 text 0 c'],
    ],
    // A signed quote goes whole, with the rule above it; a signed paragraph goes alone.
    [
      '> a\n\nb\n\n---\n\n> c\n>\n> Written by [Cursor Bugbot](https://a.example)\n\nd',
      ['1 text 0> a', '3 text 0 b', '11 text 0 d'],
    ],
    ['b\n\n> c\n>\n> Written by [Cursor Bugbot](https://a.example)\n\nd', ['1 text 0 b', '7 text 0 d']],
    ['> c\n>\n> Written by [Cursor Bugbot](https://a.example)', []],
    ['a\n\n---\n\nWritten by [Cursor Bugbot](https://a.example)\n\nb', ['1 text 0 a', '3 rule 0 ', '7 text 0 b']],
  ])('what bots wrote is left out: %j', (body, lines) => expect(shape(body)).toEqual(lines));

  it('gives each paragraph, fence and row a block of its own, in order', () => {
    const body = '# a\n\nb\nb\n\n---\n\n```\nc\nc\n```\n\n| d | e |\n|---|---|\n| f | g |\n\n<b>h</b>\n';
    expect(parseBody(body).map(({ block }) => block)).toEqual([1, 2, 2, 3, 4, 4, 5, 6, 7]);
  });
});
