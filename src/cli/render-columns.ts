import { oneLine } from '../render/escape/visible-text.ts';
import { cutText } from '../render/escape/cut-text.ts';
import { displayWidth, padTo } from '../render/terminal/display-width.ts';

const WIDEST = 60;

/** Aligned columns for a terminal; full-width letters count as two. Cells of others are made harmless first. */
export function renderColumns(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [header, ...rows].map((row) => row.map((cell) => cutText(oneLine(cell), WIDEST)));
  const widths = header.map((_, column) => Math.max(...cells.map((row) => displayWidth(row[column] ?? ''))));
  return cells
    .map(
      (row) =>
        `${row
          .map((cell, at) => padTo(cell, widths[at] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
