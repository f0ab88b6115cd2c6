import { buildFacts, type FactDefaults, type ReadingContext } from './build-facts.ts';
import type { IncidentFacts, IncidentState } from './incident.ts';
import { fieldNamed, type IncidentField } from './incident-field.ts';

/** What is wrong with one row or record. `field` is as the sender named it. */
export type RowProblem =
  | { readonly code: 'empty' }
  | { readonly code: 'missing'; readonly field: 'title' }
  | { readonly code: 'not-text'; readonly field: string };

export interface IncidentRow {
  readonly facts: IncidentFacts;
  /** As the row names it; `null`: it has none. */
  readonly id: string | null;
  readonly repository: string | null;
  /** Columns that nothing is made of. */
  readonly unused: readonly string[];
}

const MAX_ID = 200;
const MAX_URL = 2_000;
const MAX_VALUE = 1_000_000;

/**
 * One incident as a table or a program has it: column names as in the published schema, in snake or camel case, in English
 * or Japanese. `columns` maps a column to a field where names differ. Values are texts, numbers or lists of these.
 */
export function readIncidentRow(
  record: Readonly<Record<string, unknown>>,
  context: ReadingContext,
  columns: ReadonlyMap<string, IncidentField> = new Map(),
): IncidentRow | { readonly problems: readonly RowProblem[] } {
  const fields = new Map<IncidentField, string>();
  const problems: RowProblem[] = [];
  const unused: string[] = [];
  for (const [column, value] of Object.entries(record)) {
    const field = columns.get(column) ?? fieldNamed(column.replaceAll(/[_-]/g, ' '));
    const said = textOf(value);
    if (said === undefined) {
      if (field !== null) problems.push({ code: 'not-text', field: column.slice(0, 100) });
    } else if (field === null) {
      if (said !== '' && column !== 'schema') unused.push(column.slice(0, 100));
    } else if (said !== '' && !fields.has(field)) fields.set(field, said);
  }
  if (fields.size === 0 && problems.length === 0) return { problems: [{ code: 'empty' }] };
  if (!fields.has('title')) problems.push({ code: 'missing', field: 'title' });
  if (problems.length > 0) return { problems };
  return {
    facts: buildFacts(fields, defaultsOf(fields), context),
    id: fields.get('id')?.slice(0, MAX_ID) ?? null,
    repository: fields.get('repository') ?? null,
    unused,
  };
}

function defaultsOf(fields: ReadonlyMap<IncidentField, string>): FactDefaults {
  const url = fields.get('url')?.slice(0, MAX_URL) ?? null;
  return {
    title: '',
    body: fields.get('body') ?? '',
    // Other schemes would run in the reader's browser.
    url: url !== null && /^https?:\/\//i.test(url) ? url : null,
    state: stateOf(fields.get('state') ?? ''),
  };
}

function stateOf(text: string): IncidentState {
  return /^(?:resolved|closed|done|fixed|solved|解決|解決済み?|完了|復旧済み?|クローズ)$/i.test(text.trim())
    ? 'resolved'
    : 'open';
}

/** `undefined` for what is no text: objects, functions. */
function textOf(value: unknown): string | undefined {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.slice(0, MAX_VALUE).trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!Array.isArray(value)) return undefined;
  const items = value
    .slice(0, 1_000)
    .map((item) => (typeof item === 'string' || typeof item === 'number' ? String(item) : undefined));
  return items.includes(undefined) ? undefined : items.join('\n').trim();
}
