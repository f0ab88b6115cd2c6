import { type IncidentList, type ListedRow, listIncidents } from '../domain/incident/list-incidents.ts';
import type { SourceRow } from '../usecases/import-incidents.ts';
import { encodingOf, hasBrokenBytes, readRows } from './read-rows.ts';

/** A JSON array is read as a whole. */
const MOST_BYTES = 50 * 1024 * 1024;

/** Reads CSV with a header, JSON lines, or a JSON array, told apart by how they begin. A bad row is told by line. */
export async function readIncidentList(bytes: AsyncIterable<Uint8Array>): Promise<IncidentList> {
  const pieces = bytes[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  let start = '';
  while (start === '') {
    const { value, done } = await pieces.next();
    if (done === true) break;
    held.push(value);
    const begun = Buffer.concat(held);
    start = new TextDecoder(encodingOf(begun)).decode(begun, { stream: true }).trimStart();
  }
  const whole = joined(held, { [Symbol.asyncIterator]: () => pieces });
  if (start.startsWith('[')) return listIncidents(await readArray(whole));
  const format = start.startsWith('{') ? 'jsonl' : 'csv';
  const rows: ListedRow[] = [];
  for await (const row of readRows(whole, { format, encoding: 'auto', delimiter: ',' })) rows.push(toListed(row));
  return listIncidents(rows);
}

async function* joined(held: readonly Uint8Array[], rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  // In one piece: a mark of two bytes tells the encoding.
  if (held.length > 0) yield Buffer.concat(held);
  yield* rest;
}

function toListed(row: SourceRow): ListedRow {
  if ('record' in row) return row;
  const { line, problem } = row;
  if (problem.code === 'wrong-encoding') return { line, problem: { code: 'wrong-encoding' } };
  return { line, problem: { code: 'unreadable', value: 'message' in problem ? problem.message : problem.code } };
}

async function readArray(bytes: AsyncIterable<Uint8Array>): Promise<readonly ListedRow[]> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of bytes) {
    pieces.push(piece);
    size += piece.length;
    if (size > MOST_BYTES) {
      const value = `an array longer than ${MOST_BYTES} bytes; JSON lines may be of any length`;
      return [{ line: 1, problem: { code: 'unreadable', value } }];
    }
  }
  const whole = Buffer.concat(pieces);
  const text = new TextDecoder(encodingOf(whole)).decode(whole);
  if (hasBrokenBytes(text)) return [{ line: 1, problem: { code: 'wrong-encoding' } }];
  let items: unknown;
  try {
    items = JSON.parse(text);
  } catch {
    return [{ line: 1, problem: { code: 'not-json', value: text.trimStart().slice(0, 80) } }];
  }
  return Array.isArray(items) ? items.map((item: unknown, at) => toRow(at + 1, item)) : [];
}

function toRow(line: number, item: unknown): ListedRow {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    return { line, problem: { code: 'not-json', value: String(item).slice(0, 80) } };
  }
  return { line, record: item as Readonly<Record<string, unknown>> };
}
