import MarkdownIt from 'markdown-it';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../../../src/render/escape/escape-markdown.ts';
import { inlineCode } from '../../../src/render/escape/inline-code.ts';
import { renderTable } from '../../../src/render/layout/render-table.ts';

const github = new MarkdownIt('default');

/** Cells of each row, as they are read. */
function cellsIn(markdown: string): number[] {
  const rows: number[] = [];
  for (const { type } of github.parse(markdown, {})) {
    if (type === 'tr_open') rows.push(0);
    if (type === 'td_open' || type === 'th_open') rows.push((rows.pop() ?? 0) + 1);
  }
  return rows;
}

describe('renderTable', () => {
  it('is a table of the cells', () => {
    expect(renderTable(['a', 'b'], [['1', '2']])).toBe('| a | b |\n| --- | --- |\n| 1 | 2 |');
  });

  it.each([
    ['in code', inlineCode('a|[x](https://example.com)|b'), '`a\\|[x](https://example.com)\\|b`'],
    ['escaped already', 'a\\|b', 'a\\|b'],
    ['after a backslash in code', inlineCode('a\\|b'), '`a\\|b`'],
  ])('a pipe %s ends no cell', (_, cell, written) => {
    expect(renderTable(['x'], [[cell]]).split('\n')[2]).toBe(`| ${written} |`);
  });

  it('has two cells in each row, whatever the words in them', () => {
    const word = fc.string({ unit: fc.constantFrom('|', '\\', '`', 'a', ' ', '[', ']') });
    fc.assert(
      fc.property(word, word, (code, text) => {
        const table = renderTable(['one', 'two'], [[inlineCode(code), escapeMarkdown(text, 100)]]);
        expect(cellsIn(table)).toEqual([2, 2]);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
