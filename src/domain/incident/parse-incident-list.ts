import { parseCsv } from './parse-csv.ts';

/** An incident as a file lists it, before anything is known of its causes. */
export interface ListedIncident {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** Unix seconds. */
  readonly startedAt: number;
  readonly causes: readonly string[];
}

export interface IncidentListProblem {
  /** 1-based line, or element for a JSON array. */
  readonly line: number;
  readonly code: 'not-json' | 'no-start' | 'bad-start' | 'no-title';
  readonly value: string;
}

export interface IncidentList {
  readonly incidents: readonly ListedIncident[];
  readonly problems: readonly IncidentListProblem[];
}

/** What people call the columns. Compared in lower case without spaces, `_` and `-`. */
const NAMES = {
  id: ['id', 'key', 'number', 'incident', 'incidentid', '番号'],
  title: ['title', 'name', 'summary', 'subject', '件名', 'タイトル', '概要'],
  body: ['body', 'description', 'details', 'text', 'impact', '本文', '詳細', '内容'],
  startedAt: [
    'startedat',
    'start',
    'started',
    'starttime',
    'occurredat',
    'createdat',
    'detectedat',
    'date',
    '発生日時',
    '開始',
    '発生日',
    '検知日時',
  ],
  causes: ['causes', 'cause', 'category', 'rootcausecategory', '原因', '原因分類'],
} as const;

/** Reads CSV with a header, JSON lines, or a JSON array. A bad row is told by line; the rest is read. */
export function parseIncidentList(text: string): IncidentList {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (start.startsWith('[')) return readAll(readArray(start));
  if (start.startsWith('{')) return readAll(readLines(text));
  return readAll(readTable(text));
}

type Row =
  | { readonly line: number; readonly fields: ReadonlyMap<string, unknown> }
  | { readonly line: number; readonly bad: string };

function* readArray(text: string): Generator<Row> {
  let items: unknown;
  try {
    items = JSON.parse(text);
  } catch {
    yield { line: 1, bad: text.slice(0, 80) };
    return;
  }
  if (Array.isArray(items)) for (const [i, item] of items.entries()) yield toRow(i + 1, item);
}

function* readLines(text: string): Generator<Row> {
  let line = 0;
  for (const row of text.split('\n')) {
    line += 1;
    if (row.trim() === '') continue;
    try {
      yield toRow(line, JSON.parse(row.replace(/^\uFEFF/, '')));
    } catch {
      yield { line, bad: row.slice(0, 80) };
    }
  }
}

function* readTable(text: string): Generator<Row> {
  let header: readonly string[] | undefined;
  for (const { line, cells } of parseCsv(text)) {
    if (header === undefined) header = cells.map(nameOf);
    else yield { line, fields: new Map(header.map((name, i) => [name, cells[i] ?? ''])) };
  }
}

function toRow(line: number, item: unknown): Row {
  if (typeof item !== 'object' || item === null) return { line, bad: String(item).slice(0, 80) };
  return { line, fields: new Map(Object.entries(item).map(([name, value]) => [nameOf(name), value])) };
}

function nameOf(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '');
}

function readAll(rows: Iterable<Row>): IncidentList {
  const incidents: ListedIncident[] = [];
  const problems: IncidentListProblem[] = [];
  for (const row of rows) {
    if ('bad' in row) {
      problems.push({ line: row.line, code: 'not-json', value: row.bad });
      continue;
    }
    const field = (name: keyof typeof NAMES): string => {
      for (const known of NAMES[name]) {
        const value = row.fields.get(known);
        if (typeof value === 'string' && value.trim() !== '') return value.trim();
        if (typeof value === 'number') return String(value);
        if (Array.isArray(value)) return value.join(',');
      }
      return '';
    };
    const started = field('startedAt');
    const startedAt = Date.parse(started);
    const title = field('title');
    if (started === '') problems.push({ line: row.line, code: 'no-start', value: '' });
    else if (Number.isNaN(startedAt)) problems.push({ line: row.line, code: 'bad-start', value: started.slice(0, 80) });
    else if (title === '') problems.push({ line: row.line, code: 'no-title', value: '' });
    else {
      const causes = field('causes')
        .split(/[,;、]/)
        .map((cause) => cause.trim().toLowerCase())
        .filter((cause) => cause !== '');
      incidents.push({
        id: field('id') || String(row.line),
        title,
        body: field('body'),
        startedAt: Math.floor(startedAt / 1_000),
        causes,
      });
    }
  }
  return { incidents, problems };
}
