import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/domain/statement/document.ts';
import { findSection } from '../../../src/domain/statement/find-section.ts';
import { wantedKeys } from '../../../src/domain/statement/heading-key.ts';
import { normaliseBody } from '../../../src/domain/statement/normalise-body.ts';

/** The texts that the first heading *Risk* of a body owns. */
function owned(body: string, closers: readonly string[] = []): readonly string[] {
  const { lines, marks } = readDocument(normaliseBody(body), wantedKeys(['Risk', 'Tests', 'More']));
  const mark = marks.find(({ keys }) => keys.includes('risk'));
  if (!mark) throw new Error('The body has no heading Risk.');
  const { start, end } = findSection(lines, marks, mark, new Set(closers));
  return lines.slice(start, end).flatMap(({ kind, text }) => (kind.startsWith('fold') ? [] : [text]));
}

describe('a heading owns', () => {
  it.each([
    ['deeper headings, to the next of its rank', '## Risk\n\na\n\n### More\n\nb\n\n## Tests\n\nc', ['a', 'More', 'b']],
    ['nothing behind a higher one', '## Risk\n\na\n\n# Tests\n\nb', ['a']],
    ['bold lines', '## Risk\n\na\n\n**Also**\n\nb', ['a', '**Also**', 'b']],
    ['plain titles', '## Risk\n\na\n\nMore\n\nb', ['a', 'More', 'b']],
    ['labels', '## Risk\n\na\n\nMore: b', ['a', 'More: b']],
    ['folds, whatever its rank', '###### Risk\n\n<details><summary>Tests</summary>\n\na\n</details>', ['Tests', 'a']],
    ['rows', 'Risk:\n\n| Tests | a |\n|---|---|\n| More | b |', ['Tests | a', 'More | b']],
  ])('%s', (_, body, lines) => expect(owned(body)).toEqual(lines));

  it.each([
    ['a bold line', '## Risk\n\na\n\n**More**\n\nb', ['a']],
    ['a plain title', '## Risk\n\na\n\nMore\n\nb', ['a']],
    ['a label', '## Risk\n\na\n\nMore: b', ['a']],
    ['not a heading', '## Risk\n\na\n\n### More\n\nb', ['a', 'More', 'b']],
    ['not a label, of a bold line', '**Risk**\n\na\n\nMore: b', ['a', 'More: b']],
    ['not an item, of an item', '- Risk: a\n  - More: b', ['More: b']],
  ])('up to a closer: %s', (_, body, lines) => expect(owned(body, ['more'])).toEqual(lines));
});

describe('a line that works as a heading owns', () => {
  it.each([
    ['bold up to bold', '**Risk**\n\na\n\n**Tests**\n\nb', ['a']],
    ['bold with plain titles', '**Risk**\n\na\n\nMore\n\nb', ['a', 'More', 'b']],
    ['plain up to plain', 'Risk\n\na\n\nMore\n\nb', ['a']],
    ['a label up to a label', 'Risk: a\nb\nTests: c', ['b']],
    ['a label up to a title', 'Risk:\na\n\nMore\n\nb', ['a']],
    ['a row: itself', '| Risk | a |\n|---|---|\n| Tests | b |', []],
    [
      'a fold with those in it',
      '<details><summary>Risk</summary>\n\na\n\n<details><summary>b</summary>\n\nc\n\n</details>\n\nd\n\n</details>\n\ne',
      ['a', 'b', 'c', 'd'],
    ],
    ['an open fold: all', '<details><summary>Risk</summary>\n\na\n\n## Tests\n\nb', ['a', 'Tests', 'b']],
  ])('%s', (_, body, lines) => expect(owned(body)).toEqual(lines));
});

describe('an item owns', () => {
  it.each([
    ['no sibling when it is answered', '- Risk: a\n- b', []],
    ['what is nested in it', '- Risk: a\n  - b\n  c\n- d', ['b', 'c']],
    ['its own lines', '- Risk: a\n  b\n- c', ['b']],
    ['no paragraph behind its list when it is answered', '- Risk: a\n\nb', []],
    ['what is nested, which answers it', '- Risk:\n  - b\n- c', ['b']],
    ['its own paragraph, which answers it', '- Risk:\n\n  b\n\nc', ['b']],
    ['siblings when nothing is in it', '- Risk:\n- b\n- c', ['b', 'c']],
    ['siblings up to the next label', '- Risk:\n- b\n- Tests: c', ['b']],
    ['paragraphs when nothing is in it', '- Risk:\n\nb\n\nc', ['b', 'c']],
    ['siblings when only a comment is in it', '- Risk:\n  <!-- a -->\n- b', [' a ', 'b']],
    ['the answer behind a comment', '- Risk:\n\n  <!-- a -->\n  b\n- c', [' a ', 'b']],
    ['the list around it when nothing is in it', '- a\n  - Risk:\n- b', ['b']],
    ['nothing two lists up', '- a\n  - b\n    - Risk:\n- c', []],
    ['no sibling in an inner list', '- a\n  - Risk: b\n  - c\n- d', []],
  ])('%s', (_, body, lines) => expect(owned(body)).toEqual(lines));
});
