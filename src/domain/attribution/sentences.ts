import { MASK } from './mask-quoted-text.ts';
import type { ChangeReference } from './reference.ts';

/** A word in lower case, a punctuation mark, masked text, or a reference. */
export interface Token {
  readonly kind: 'word' | 'mark' | 'masked' | 'reference';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly reference?: ChangeReference;
}

export interface Sentence {
  readonly tokens: readonly Token[];
  /** How it ends: `?` makes it a question. */
  readonly question: boolean;
}

const TOKEN = new RegExp(`${MASK}+|[\\p{L}\\p{N}][\\p{L}\\p{N}_'’-]*|\\n[ \\t]*|[^\\s]`, 'gu');
/** Brackets and emphasis around a reference say nothing. */
const SILENT = new Set(['[', ']', '*', '_', '`', '"', '“', '”', "'", '<', '>', '~', '\\', '{', '}', '|', '#']);
const ENDS = new Set(['.', '!', '?', '。', '！', '？', '．']);
const ABBREVIATIONS = new Set(['e.g', 'i.e', 'g', 'e', 'vs', 'cf', 'approx', 'no', 'etc', 'resp', 'pr']);
const NEW_ITEM = /^(?:\s*(?:[-*+•]|\d+[.)])\s|\s*#{1,6}\s|\s*\||[A-Z][\w-]{1,40}:\s)/;

/** Cuts masked text into sentences of tokens. A wrapped line continues its sentence; a list item or a blank line does not. */
export function splitSentences(masked: string, references: readonly ChangeReference[]): Sentence[] {
  const sentences: Sentence[] = [];
  let tokens: Token[] = [];
  const finish = (question: boolean): void => {
    if (tokens.length > 0) sentences.push({ tokens, question });
    tokens = [];
  };
  const read = (from: number, to: number): void => {
    const gap = masked.slice(from, to);
    for (const match of gap.matchAll(TOKEN)) {
      const text = match[0];
      const start = from + match.index;
      if (text.startsWith('\n')) {
        const rest = masked.slice(start + 1, start + 61);
        if (/^[ \t\r]*(?:\n|$)/.test(rest) || NEW_ITEM.test(rest)) finish(false);
      } else if (ENDS.has(text)) {
        const after = masked[start + 1];
        const wordBefore = tokens.at(-1);
        const closes = after === undefined || /[\s)"'”\]]/.test(after) || text >= '。';
        if (closes && !(text === '.' && wordBefore !== undefined && ABBREVIATIONS.has(wordBefore.text)))
          finish(text === '?' || text === '？');
      } else if (!SILENT.has(text)) {
        tokens.push({
          kind: kindOf(text),
          text: text.toLowerCase().replaceAll('’', "'"),
          start,
          end: start + text.length,
        });
      }
    }
  };
  let at = 0;
  for (const reference of references) {
    read(at, reference.start);
    tokens.push({ kind: 'reference', text: '', start: reference.start, end: reference.end, reference });
    at = reference.end;
  }
  read(at, masked.length);
  finish(false);
  return sentences;
}

function kindOf(text: string): Token['kind'] {
  if (text.startsWith(MASK)) return 'masked';
  return /^[\p{L}\p{N}]/u.test(text) ? 'word' : 'mark';
}
