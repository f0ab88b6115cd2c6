import { fieldNamed, type IncidentField } from './incident-field.ts';

export type FieldTexts = ReadonlyMap<IncidentField, string>;

/** What GitHub writes for a field that was left empty, and what people write. */
const NOTHING = new Set(['', '_no response_', 'n/a', 'na', 'tbd', '-', '未定', '未記入']);
/** Nobody writes a longer value; a stack trace under such a heading is still in the body. */
const LONGEST_VALUE = 4_000;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}#{1,6}\s+(\S.{0,200})$/;
const INLINE =
  /^\s{0,3}(?:[-*+]\s+)?(?:\*\*|__)?([^\s:：|*_][^:：|*]{0,60}?)(?:\*\*|__)?\s{0,3}[:：](?:\*\*|__)?\s+(\S.*)$/;
const ROW = /^\s{0,3}\|\s{0,20}([^|]{1,100})\|([^|]{1,1000})(?:\||$)/;

/**
 * The fields that a Markdown text fills in: sections under headings (`### Started at`, as issue forms write them), lines
 * such as `Started: …` or `**発生日時**: …`, and rows of two-column tables. The first filled one counts. Linear.
 */
export function readFields(text: string): FieldTexts {
  const found = new Map<IncidentField, string>();
  const keep = (field: IncidentField | null, value: string): void => {
    const plain = cleanValue(value);
    if (field !== null && !found.has(field) && !NOTHING.has(plain.toLowerCase())) found.set(field, plain);
  };
  let section: { readonly field: IncidentField | null; readonly lines: string[] } = { field: null, lines: [] };
  let fence: string | undefined;
  for (const line of withoutComments(text).split(/\r?\n/)) {
    const marker = FENCE.exec(line)?.[1];
    if (marker !== undefined && (fence === undefined || marker.startsWith(fence))) {
      fence = fence === undefined ? marker : undefined;
    }
    const heading = fence === undefined ? HEADING.exec(line)?.[1] : undefined;
    if (heading !== undefined) {
      keep(section.field, section.lines.join('\n'));
      section = { field: fieldNamed(heading), lines: [] };
      continue;
    }
    section.lines.push(line);
    if (fence !== undefined) continue;
    const [, name, value] = INLINE.exec(line) ?? ROW.exec(line) ?? [];
    if (name !== undefined && value !== undefined) keep(fieldNamed(name), value);
  }
  keep(section.field, section.lines.join('\n'));
  return found;
}

/** Lists as people write them: lines, bullets, commas. Of task lists, what is ticked. */
export function splitValues(value: string, most = 100): readonly string[] {
  const lines = value.split('\n');
  const tasks = lines.filter((line) => /^\s*[-*+] \[[ xX]\]/.test(line));
  const chosen = tasks.length > 0 ? tasks.filter((line) => /^\s*[-*+] \[[xX]\]/.test(line)) : lines;
  const values = chosen
    .flatMap((line) => line.replace(/^\s*(?:[-*+]|\d{1,3}[.)])\s+(?:\[[xX]\]\s*)?/, '').split(/[,、，;；]/))
    .map((item) => item.replace(/^[\s`"']+|[\s`"']+$/g, ''))
    .filter((item) => item !== '' && !NOTHING.has(item.toLowerCase()));
  return [...new Set(values)].slice(0, most);
}

function cleanValue(value: string): string {
  return value.slice(0, LONGEST_VALUE).trim();
}

/** A form's hints are comments; one that is never closed hides nothing here. */
function withoutComments(text: string): string {
  const kept: string[] = [];
  let at = 0;
  for (;;) {
    const start = text.indexOf('<!--', at);
    const end = start < 0 ? -1 : text.indexOf('-->', start + 4);
    if (end < 0) break;
    kept.push(text.slice(at, start));
    at = end + 3;
  }
  return kept.join('') + text.slice(at);
}
