/** One record with the line that it starts on, 1-based. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** CSV as spreadsheets write it (RFC 4180): quotes, doubled quotes, line breaks in quotes, CRLF, a byte order mark. */
export function* parseCsv(text: string): Generator<CsvRecord> {
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let startedAt = 1;
  for (let i = text.startsWith('\uFEFF') ? 1 : 0; i < text.length; i += 1) {
    const mark = text[i];
    if (mark === '\n') line += 1;
    if (quoted) {
      if (mark !== '"') cell += mark;
      else if (text[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (mark === '"' && cell === '') quoted = true;
    else if (mark === ',') {
      cells.push(cell);
      cell = '';
    } else if (mark === '\n') {
      cells.push(cell.endsWith('\r') ? cell.slice(0, -1) : cell);
      if (cells.length > 1 || cells[0] !== '') yield { line: startedAt, cells };
      cells = [];
      cell = '';
      startedAt = line;
    } else cell += mark;
  }
  if (cell !== '' || cells.length > 0) yield { line: startedAt, cells: [...cells, cell] };
}
