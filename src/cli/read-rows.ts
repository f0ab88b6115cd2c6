import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import type { SourceRow } from '../usecases/import-incidents.ts';

export const ROW_FORMATS = ['csv', 'jsonl'] as const;
export type RowFormat = (typeof ROW_FORMATS)[number];

export interface RowOptions {
  readonly format: RowFormat;
  /** `auto`: UTF-16 by its mark, else UTF-8. */
  readonly encoding: string;
  readonly delimiter: string;
}

/** A row is one incident: a quotation mark that nobody closes must not take the rest of the file with it into memory. */
const MAX_ROW = 1_000_000;
const REPLACEMENT = '\uFFFD';

/** Whether Node knows an encoding by this name (the names of the Encoding Standard). */
export function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== '';
  } catch {
    return false;
  }
}

/** The rows of a file, one at a time, with the line on which each begins. What is no row comes back as a problem. */
export async function* readRows(bytes: AsyncIterable<Uint8Array>, options: RowOptions): AsyncGenerator<SourceRow> {
  const text = decode(bytes, options.encoding);
  yield* options.format === 'csv' ? readCsv(text, options.delimiter) : readJsonLines(text);
}

/** Line ends become `\n`: the parser would count `\r\n` within quotes twice. Broken bytes become U+FFFD here and a problem of their row later: the rows around them are whole. */
async function* decode(bytes: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let held = '';
  for await (const piece of bytes) {
    decoder ??= new TextDecoder(encoding === 'auto' ? encodingOf(piece) : encoding);
    const text = held + decoder.decode(piece, { stream: true });
    // The other half of a line end may come with the next piece.
    held = text.endsWith('\r') ? '\r' : '';
    yield (held === '' ? text : text.slice(0, -1)).replaceAll('\r\n', '\n');
  }
  yield held + (decoder?.decode() ?? '');
}

/** By the mark at the start; UTF-8 without one. */
export function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8';
}

interface CsvRow {
  readonly record: readonly string[];
  readonly info: { readonly lines: number; readonly empty_lines: number };
}

async function* readCsv(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<SourceRow> {
  const skipped: SourceRow[] = [];
  const parser = parse({
    delimiter,
    info: true,
    // A quotation mark within a cell is one; to take it for a mistake would cost the rows after it.
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: MAX_ROW,
    on_skip: (error) => {
      if (error === undefined || parser.destroyed) return;
      // Nothing after a row without end can be told apart.
      if (error.code === 'CSV_MAX_RECORD_SIZE') parser.destroy(error);
      else skipped.push({ line: lineOf(error), problem: { code: 'unreadable', message: messageOf(error) } });
    },
  });
  const source = Readable.from(text);
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let header: readonly string[] | undefined;
  let line = 1;
  let empty = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<CsvRow>) {
      for (const problem of skipped.splice(0)) yield problem;
      if (header === undefined) header = record.map((name) => name.trim());
      else yield toRow(line + info.empty_lines - empty, header, record);
      line = info.lines + 1;
      empty = info.empty_lines;
    }
  } catch (error) {
    if (!isCsvError(error)) throw error;
    skipped.push({ line, problem: { code: 'unreadable', message: messageOf(error) } });
  } finally {
    source.destroy();
  }
  yield* skipped;
}

/** Bytes that are no text in the encoding became U+FFFD. */
export function hasBrokenBytes(text: string): boolean {
  return text.includes(REPLACEMENT);
}

function toRow(line: number, header: readonly string[], cells: readonly string[]): SourceRow {
  if (cells.some(hasBrokenBytes)) return { line, problem: { code: 'wrong-encoding' } };
  if (cells.length > header.length && cells.slice(header.length).some((cell) => cell.trim() !== '')) {
    const message = `it has ${cells.length} columns, the header ${header.length}`;
    return { line, problem: { code: 'unreadable', message } };
  }
  return { line, record: Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])) };
}

function isCsvError(error: unknown): error is CsvError {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');
}

function lineOf(error: CsvError): number {
  return typeof error.lines === 'number' ? error.lines : 1;
}

/** Without the parser's quotation of the row. */
function messageOf({ code }: CsvError): string {
  return code.replace(/^CSV_/, '').replaceAll('_', ' ').toLowerCase();
}

async function* readJsonLines(text: AsyncIterable<string>): AsyncGenerator<SourceRow> {
  let rest = '';
  let line = 0;
  let overlong = false;
  for await (const piece of text) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const one of lines) {
      line += 1;
      if (overlong) {
        yield tooLong(line);
        overlong = false;
      } else yield* readLine(line, one);
    }
    if (rest.length > MAX_ROW) {
      overlong = true;
      rest = '';
    }
  }
  if (overlong) yield tooLong(line + 1);
  else yield* readLine(line + 1, rest);
}

function* readLine(line: number, text: string): Generator<SourceRow> {
  const plain = text.replace(/^\uFEFF/, '').trim();
  if (plain === '') return;
  if (plain.length > MAX_ROW) return yield tooLong(line);
  if (hasBrokenBytes(plain)) return yield { line, problem: { code: 'wrong-encoding' } };
  try {
    const record: unknown = JSON.parse(plain);
    if (typeof record === 'object' && record !== null && !Array.isArray(record)) {
      return yield { line, record: record as Readonly<Record<string, unknown>> };
    }
  } catch {
    // The parser's message would quote the row.
  }
  yield { line, problem: { code: 'unreadable', message: 'not a JSON object' } };
}

function tooLong(line: number): SourceRow {
  return { line, problem: { code: 'unreadable', message: `longer than ${MAX_ROW} characters` } };
}
