import { ACTION_COLUMNS, type ActionColumn, type ActionRow } from './action-row.ts';

const MOST_TEXT = 65_536;
const MOST_ROWS = 50;

/** The rows of the first table in a text, whatever its head says; rows without a word are none. */
export function parseActionTable(text: string): readonly ActionRow[] {
  const lines = text.slice(0, MOST_TEXT).split(/\r?\n/);
  const head = lines.findIndex((line, at) => line.includes('|') && isRule(lines[at + 1] ?? ''));
  if (head === -1) return [];
  const rows: ActionRow[] = [];
  for (const [at, line] of lines.slice(head + 2, head + 2 + MOST_ROWS).entries()) {
    if (!line.includes('|')) break;
    const cells = splitCells(line);
    if (cells.every((cell) => cell === '')) continue;
    rows.push({ line: at + 1, cells: nameCells(cells), tooMany: cells.length > ACTION_COLUMNS.length });
  }
  return rows;
}

/** The line of dashes below a table's head. */
function isRule(line: string): boolean {
  return /^[\s|:-]*-[\s|:-]*$/.test(line) && line.includes('|');
}

function nameCells(cells: readonly string[]): Readonly<Record<ActionColumn, string>> {
  return Object.fromEntries(ACTION_COLUMNS.map((column, at) => [column, cells[at] ?? ''])) as Record<
    ActionColumn,
    string
  >;
}

/** A `|` behind a backslash is part of its cell. Marks around a whole cell (code, bold) are dropped. */
function splitCells(line: string): string[] {
  const cells: string[] = [];
  let cell = '';
  for (let at = 0; at < line.length; at += 1) {
    const letter = line[at];
    if (letter === '\\' && line[at + 1] === '|') {
      cell += '|';
      at += 1;
    } else if (letter === '|') {
      cells.push(cell);
      cell = '';
    } else cell += letter;
  }
  cells.push(cell);
  if ((cells[0] ?? '').trim() === '') cells.shift();
  if ((cells.at(-1) ?? '').trim() === '') cells.pop();
  return cells.map(unmark);
}

function unmark(cell: string): string {
  const text = cell.trim();
  const mark = /^(`{1,3}|\*\*)/.exec(text)?.[1] ?? '';
  const bare = mark !== '' && text.length > 2 * mark.length && text.endsWith(mark);
  return bare ? text.slice(mark.length, -mark.length).trim() : text;
}
