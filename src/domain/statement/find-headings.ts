import type { BodyLine } from './body-line.ts';
import { headingKey, headingKeys } from './heading-key.ts';
import { plainText, wordCount } from './plain-text.ts';

/** In which form a line works as a heading; see docs/statement.md. */
export type HeadingForm = 'heading' | 'summary' | 'bold' | 'plain' | 'label' | 'item' | 'row';

export interface HeadingMark {
  /** Index into the lines. */
  readonly index: number;
  readonly form: HeadingForm;
  /** A section ends at the next mark of the same or a lower rank: 1–6 headings, 7 bold, 8 plain, 9 label, 10 + depth items. */
  readonly rank: number;
  /** As the author wrote it, without marks. */
  readonly title: string;
  readonly keys: readonly string[];
  /** What stands behind the colon, or in the row's other cells; empty when nothing does. */
  readonly value: string;
  /** The heading is one that the policy or the template has. */
  readonly known: boolean;
}

const BOLD_LINE =
  /^(?:\*\*|__)(?=\S)([^\n]{1,160}?)(?:\*\*|__)\s*[:：?？]?\s*(?:[([（][^()（）]{0,120}[)\]）])?\s*[:：]?$/;
const SPEECH =
  /^(?:note|notes|nb|n\.b|warning|caution|important|attention|e\.g|eg|i\.e|ie|ex|example|for example|update|edit|注|注意|※|例|補足|備考|参考|http|https)$/;
const LONGEST_TITLE = 200;

/** Every line that can work as a heading, in order. `known` holds the keys that the policy and the template have. */
export function findHeadings(lines: readonly BodyLine[], known: ReadonlySet<string>): readonly HeadingMark[] {
  const marks: HeadingMark[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.quoted) continue;
    const mark = markOf(lines, index, line, known);
    if (mark) marks.push(mark);
  }
  return marks;
}

function markOf(
  lines: readonly BodyLine[],
  index: number,
  line: BodyLine,
  known: ReadonlySet<string>,
): HeadingMark | undefined {
  if (line.kind === 'heading') {
    const form = line.rank === undefined ? 'summary' : 'heading';
    return titled(index, form, line.rank ?? 6, line.text, known, true);
  }
  if (line.kind === 'row') {
    const [head = '', ...rest] = line.cells ?? [];
    if (rest.length === 0 || head.trim() === '' || head.length > LONGEST_TITLE) return undefined;
    const keys = headingKeys(head);
    return {
      index,
      form: 'row',
      rank: 0,
      title: plainText(head),
      keys,
      value: rest.join(' | '),
      known: meets(keys, known),
    };
  }
  if (line.kind !== 'text') return undefined;
  const bold = line.box === undefined ? BOLD_LINE.exec(line.text) : null;
  const inside = bold?.[1] ?? '';
  if (bold && !inside.includes('**') && readsAsTitle(inside, known)) {
    const mark = titled(index, 'bold', line.depth > 0 ? 10 + line.depth : 7, line.text, known, true);
    if (mark && line.depth > 0) return { ...mark, form: 'item' };
    return mark;
  }
  if (line.text.length <= LONGEST_TITLE && known.has(headingKey(line.text)) && standsAlone(lines, index, line)) {
    const form = line.depth > 0 ? 'item' : 'plain';
    return titled(index, form, line.depth > 0 ? 10 + line.depth : 8, line.text, known, false);
  }
  return labelOf(index, line, known);
}

/** A wholly bold sentence is emphasis, not a heading. */
function readsAsTitle(inside: string, known: ReadonlySet<string>): boolean {
  return !/[.。!！]$/.test(inside.trim()) || known.has(headingKey(inside));
}

function standsAlone(lines: readonly BodyLine[], index: number, line: BodyLine): boolean {
  const next = lines[index + 1];
  if (line.depth > 0) return line.startsItem && line.box === undefined && (next?.depth ?? 0) > line.depth;
  const before = lines[index - 1];
  // Inside a paragraph only a line that starts like a title counts: hard-wrapped prose may end in any word.
  return before?.block !== line.block || /^[\p{Lu}\p{Lo}\p{N}]/u.test(line.text);
}

function titled(
  index: number,
  form: HeadingForm,
  rank: number,
  raw: string,
  known: ReadonlySet<string>,
  mayHoldValue: boolean,
): HeadingMark {
  const keys = headingKeys(raw);
  if (!meets(keys, known) && mayHoldValue) {
    const split = splitLabel(raw, true);
    if (split && meets(headingKeys(split.title), known)) {
      return {
        index,
        form,
        rank,
        title: plainText(split.title),
        keys: headingKeys(split.title),
        value: split.value,
        known: true,
      };
    }
  }
  return { index, form, rank, title: plainText(raw), keys, value: '', known: meets(keys, known) };
}

function labelOf(index: number, line: BodyLine, known: ReadonlySet<string>): HeadingMark | undefined {
  const split = splitLabel(line.text, known.has(headingKey(line.text.split(/\s[-–—]\s/, 1)[0] ?? '')));
  if (!split) return undefined;
  const keys = headingKeys(split.title);
  const isKnown = meets(keys, known);
  const key = keys[0] ?? '';
  if (
    !isKnown &&
    (wordCount(key) > 6 || SPEECH.test(key) || !/^[\p{L}\p{N}*_#\p{Extended_Pictographic}]/u.test(split.title))
  )
    return undefined;
  if (line.depth > 0 && !line.startsItem && !isKnown) return undefined;
  const form = line.depth > 0 ? 'item' : 'label';
  return {
    index,
    form,
    rank: line.depth > 0 ? 10 + line.depth : 9,
    title: plainText(split.title),
    keys,
    value: split.value,
    known: isKnown,
  };
}

/** Splits `Label: value`; with `dashes`, `Label - value` too. */
export function splitLabel(text: string, dashes = false): { title: string; value: string } | undefined {
  const head = text.slice(0, 120);
  const colon = /[:：](?=\s|\*|_|$|[\u0080-\uFFFF])|：/.exec(head);
  const dash = dashes ? /\s[-–—]\s/.exec(head) : null;
  const at = colon && (!dash || colon.index < dash.index) ? colon : dash;
  if (!at || at.index === 0) return undefined;
  const title = text.slice(0, at.index);
  if (/[.。!！;；](?:\s|$)/.test(title)) return undefined;
  const value = text
    .slice(at.index + at[0].length)
    .replace(/^(?:\*\*|__)/, '')
    .trim();
  // `**Risk: low**` leaves its closing marks on the value.
  const closes = /^(?:\*\*|__)/.test(text) && !/^(?:\*\*|__).+(?:\*\*|__)/.test(title);
  return { title, value: closes ? value.replace(/(?:\*\*|__)\s*$/, '') : value };
}

function meets(keys: readonly string[], known: ReadonlySet<string>): boolean {
  return keys.some((key) => known.has(key));
}
