import { parseDocument } from 'yaml';
import { fieldNamed, type IncidentField } from './incident-field.ts';

/** Front matter is a few lines; the package's time and depth grow with the text. */
const LONGEST = 16_384;
const DEEPEST_INDENT = /^(?: {40}|\t)|[[{]{20}/m;
const OPENING = /^\uFEFF?---[ \t]*\r?\n/;
const CLOSING = /\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

export interface FrontMatter {
  readonly fields: ReadonlyMap<IncidentField, string>;
  /** The text without it. */
  readonly rest: string;
  /** It is there, but no YAML mapping: then nothing of it counts. */
  readonly broken: boolean;
}

/** YAML between two lines of `---` at the start of a Markdown file. Lists become lines, times stay as they are written. */
export function readFrontMatter(text: string): FrontMatter {
  const none = { fields: new Map<IncidentField, string>(), rest: text, broken: false };
  const opening = OPENING.exec(text.slice(0, 100));
  if (opening === null) return none;
  // The line break of the opening line may be that of the closing one too.
  const start = opening[0].length - 1;
  const closing = CLOSING.exec(text.slice(start, start + LONGEST));
  if (closing === null) return none;
  const rest = text.slice(start + closing.index + closing[0].length);
  const value = parseMapping(text.slice(start, start + closing.index));
  if (value === null) return { ...none, rest, broken: true };
  const fields = new Map<IncidentField, string>();
  for (const [key, item] of Object.entries(value)) {
    const field = fieldNamed(key);
    const said = field === null ? '' : [item].flat(2).filter(isScalar).map(String).join('\n').trim();
    if (field !== null && said !== '' && !fields.has(field)) fields.set(field, said);
  }
  return { fields, rest, broken: false };
}

function parseMapping(yaml: string): object | null {
  if (DEEPEST_INDENT.test(yaml)) return null;
  try {
    // The failsafe schema leaves every scalar as text: `2026-09-01` is no date, `no` no falsehood.
    const document = parseDocument(yaml, { schema: 'failsafe', logLevel: 'silent', uniqueKeys: false });
    if (document.errors.length > 0) return null;
    const value: unknown = document.toJS({ maxAliasCount: 20 });
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

function isScalar(value: unknown): value is string {
  return typeof value === 'string';
}
