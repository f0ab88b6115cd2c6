/** An incident as a file lists it, before anything is known of its causes. */
export interface ListedIncident {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** Unix seconds. */
  readonly startedAt: number;
  readonly causes: readonly string[];
}

/** A row of a file, or why it is none. */
export type ListedRow =
  | { readonly line: number; readonly record: Readonly<Record<string, unknown>> }
  | { readonly line: number; readonly problem: ListedProblem };

type ListedProblem =
  | { readonly code: 'not-json'; readonly value: string }
  | { readonly code: 'unreadable'; readonly value: string }
  | { readonly code: 'wrong-encoding' };

export interface IncidentListProblem {
  /** 1-based line, or element for a JSON array. */
  readonly line: number;
  readonly code: ListedProblem['code'] | 'no-start' | 'bad-start' | 'no-title';
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

function nameOf(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '');
}

/** The incidents of a table. A bad row is told by line; the rest is read. */
export function listIncidents(rows: Iterable<ListedRow>): IncidentList {
  const incidents: ListedIncident[] = [];
  const problems: IncidentListProblem[] = [];
  for (const row of rows) {
    if ('problem' in row) {
      const { problem } = row;
      problems.push({ line: row.line, code: problem.code, value: 'value' in problem ? problem.value : '' });
      continue;
    }
    const fields = new Map(Object.entries(row.record).map(([name, value]) => [nameOf(name), value]));
    const field = (name: keyof typeof NAMES): string => {
      for (const known of NAMES[name]) {
        const value = fields.get(known);
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
