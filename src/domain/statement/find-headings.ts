import type { BodyLine } from './body-line.ts';
import { headingKeys } from './heading-key.ts';
import { isLevelOnly } from './level-text.ts';
import { isNoneWord } from './none-words.ts';
import { plainText, wordCount } from './plain-text.ts';

/** In which form a line works as a heading; see docs/statement.md. */
export type HeadingForm = 'heading' | 'summary' | 'bold' | 'plain' | 'label' | 'item' | 'row';

export interface HeadingMark {
  /** Index into the lines. */
  readonly index: number;
  readonly form: HeadingForm;
  /** A section ends at the next mark of the same or a lower rank: 1–6 headings, then those of `RANKS`, then items by depth. */
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
/** Items have `RANKS.item` plus their depth. */
const RANKS = { bold: 7, plain: 8, boldLabel: 9, label: 10, item: 10 } as const;
const SPEECH =
  /^(?:note|notes|nb|n\.b|warning|caution|important|attention|e\.g|eg|i\.e|ie|ex|example|for example|update|edit|注|注意|※|例|補足|備考|参考|http|https)$/;
const LONGEST_TITLE = 200;

/** The keys to look for, and a reader of keys that does the same text once. */
interface KeyBook {
  readonly keysOf: (text: string) => readonly string[];
  readonly knows: (keys: readonly string[]) => boolean;
  /** Longer texts cannot be a known heading, hints included. */
  readonly longest: number;
}

function keyBook(known: ReadonlySet<string>): KeyBook {
  const read = new Map<string, readonly string[]>();
  let longest = 0;
  for (const key of known) longest = Math.max(longest, key.length);
  return {
    keysOf: (text) => {
      const before = read.get(text);
      if (before) return before;
      const keys = headingKeys(text);
      read.set(text, keys);
      return keys;
    },
    knows: (keys) => keys.some((key) => known.has(key)),
    longest: longest + 60,
  };
}

/** Every line that can work as a heading, in order. `known` holds the keys that the policy and the template have. */
export function findHeadings(lines: readonly BodyLine[], known: ReadonlySet<string>): readonly HeadingMark[] {
  const book = keyBook(known);
  const marks: HeadingMark[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.quoted) continue;
    const mark = markOf(lines, index, line, book);
    if (mark) marks.push(mark);
  }
  return marks;
}

function markOf(lines: readonly BodyLine[], index: number, line: BodyLine, book: KeyBook): HeadingMark | undefined {
  if (line.kind === 'heading') {
    const form = line.rank === undefined ? 'summary' : 'heading';
    return titled(index, form, line.rank ?? 6, line.text, book, true);
  }
  if (line.kind === 'row') {
    const [head = '', ...rest] = line.cells ?? [];
    if (rest.length === 0 || head.trim() === '' || head.length > LONGEST_TITLE) return undefined;
    const keys = book.keysOf(head);
    return {
      index,
      form: 'row',
      rank: 0,
      title: plainText(head),
      keys,
      value: rest.join(' | '),
      known: book.knows(keys),
    };
  }
  if (line.kind !== 'text') return undefined;
  const bold = line.box === undefined ? BOLD_LINE.exec(line.text) : null;
  const inside = bold?.[1] ?? '';
  if (bold && !inside.includes('**') && readsAsTitle(inside, book)) {
    const rank = /[:：](?:\*\*|__)?$/.test(line.text) ? RANKS.boldLabel : RANKS.bold;
    const mark = titled(index, 'bold', line.depth > 0 ? RANKS.item + line.depth : rank, line.text, book, true);
    if (mark && line.depth > 0) return { ...mark, form: 'item' };
    return mark;
  }
  if (
    line.text.length <= book.longest &&
    !/[:：]$/.test(line.text) &&
    book.knows(book.keysOf(line.text).slice(0, 1)) &&
    standsAlone(lines, index, line)
  ) {
    const form = line.depth > 0 ? 'item' : 'plain';
    return titled(index, form, line.depth > 0 ? RANKS.item + line.depth : RANKS.plain, line.text, book, false);
  }
  return labelOf(index, line, book);
}

/** A wholly bold sentence is emphasis, not a heading. */
function readsAsTitle(inside: string, book: KeyBook): boolean {
  return !/[.。!！]$/.test(inside.trim()) || book.knows(book.keysOf(inside).slice(0, 1));
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
  book: KeyBook,
  mayHoldValue: boolean,
): HeadingMark {
  const keys = book.keysOf(raw);
  if (!book.knows(keys) && mayHoldValue) {
    const split = splitLabel(raw, true);
    if (split && book.knows(book.keysOf(split.title))) {
      return {
        index,
        form,
        rank,
        title: plainText(split.title),
        keys: book.keysOf(split.title),
        value: split.value,
        known: true,
      };
    }
  }
  const value = book.knows(keys) && mayHoldValue ? answerInHint(raw) : '';
  return { index, form, rank, title: plainText(raw), keys, value, known: book.knows(keys) };
}

/** `Risk (low)`: an author may answer in the hint of the heading; `Risk (low / high)` is still the hint. */
function answerInHint(raw: string): string {
  const hint = /[([（【]([^()[\]（）【】]{1,40})[)\]）】]\W*$/.exec(raw)?.[1] ?? '';
  return isLevelOnly(hint) || isNoneWord(hint.trim().toLowerCase()) ? hint : '';
}

function labelOf(index: number, line: BodyLine, book: KeyBook): HeadingMark | undefined {
  const dash = /^(.{1,80}?)\s[-–—]\s/.exec(line.text)?.[1];
  const split = splitLabel(line.text, dash !== undefined && book.knows(book.keysOf(dash).slice(0, 1)));
  if (!split) return undefined;
  const keys = book.keysOf(split.title);
  const isKnown = book.knows(keys);
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
    rank: line.depth > 0 ? RANKS.item + line.depth : /^(?:\*\*|__)/.test(split.title) ? RANKS.boldLabel : RANKS.label,
    title: plainText(split.title),
    keys,
    value: split.value,
    known: isKnown,
  };
}

/** Splits `Label: value`; with `dashes`, `Label - value` too. */
export function splitLabel(text: string, dashes = false): { title: string; value: string } | undefined {
  const head = text.slice(0, 120);
  if (!dashes && !/[:：]/.test(head)) return undefined;
  const colon = /[:：](?=\s|\*|_|$|[\u0080-\uFFFF])|：/.exec(head);
  const dash = dashes ? /\s[-–—]\s/.exec(head) : null;
  const at = colon && (!dash || colon.index < dash.index) ? colon : dash;
  if (!at || at.index === 0) return undefined;
  const title = text.slice(0, at.index);
  if (/[.。!！;；](?:\s|$)/.test(title) || (title.match(/`/g)?.length ?? 0) % 2 === 1) return undefined;
  const value = text
    .slice(at.index + at[0].length)
    .replace(/^(?:\*\*|__)/, '')
    .trim();
  // `**Risk: low**` leaves its closing marks on the value.
  const closes = /^(?:\*\*|__)/.test(text) && !/^(?:\*\*|__).+(?:\*\*|__)/.test(title);
  return { title, value: closes ? value.replace(/(?:\*\*|__)\s*$/, '') : value };
}
