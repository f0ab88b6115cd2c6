import type { BenchRow } from './bench-row.ts';

/** One line a row: name, value, target, `ok` or `short`; in columns. */
export function renderRows(rows: readonly BenchRow[]): string {
  const cells = rows.map((row) => [row.name, formatValue(row), row.target, row.ok ? 'ok' : 'short']);
  const widths = [0, 1, 2].map((column) => Math.max(0, ...cells.map((line) => line[column]?.length ?? 0)));
  return cells
    .map((line) =>
      line
        .map((cell, column) => (column === 1 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Three figures are more than a run can promise again. */
function formatValue({ value, unit }: BenchRow): string {
  const digits = Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  const number = value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return unit === '' ? number : `${number} ${unit}`;
}
