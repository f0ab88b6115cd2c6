import { matchEnglishCause } from './english-cause.ts';
import { findReferences } from './find-references.ts';
import { matchJapaneseCause } from './japanese-cause.ts';
import { matchCauseLabel } from './cause-label.ts';
import { maskQuotedText } from './mask-quoted-text.ts';
import type { ChangeReference } from './reference.ts';
import { matchRevertPhrase } from './revert-phrase.ts';
import { type Sentence, splitSentences, type Token } from './sentences.ts';
import type { StatedCause } from './stated-cause.ts';

/** Text beyond this is not read: nobody explains a cause after a million characters, and a hostile text stays cheap. */
export const MAX_TEXT = 1_000_000;

/**
 * The changes that a text (a commit message, an incident, a postmortem) states as the cause of a fault, or as reverted, in
 * English or Japanese, in the text's order, each reference once. Code, quotations, negations, questions and conditions state
 * nothing; neither do "since #12", "follow-up to #12" or a feature that was "introduced in #12". An issue's link is never a
 * cause. Linear in the text; never throws.
 */
export function findStatedCauses(text: string): StatedCause[] {
  const read = text.slice(0, MAX_TEXT);
  const references = findReferences(read);
  if (references.length === 0) return [];
  const masked = maskQuotedText(read);
  const visible = references.filter(
    (reference) => masked.slice(reference.start, reference.end) === read.slice(reference.start, reference.end),
  );
  const found = new Map<string, StatedCause>();
  let before: readonly Token[] = [];
  for (const sentence of splitSentences(masked, visible)) {
    readSentence(read, sentence, before, found);
    before = sentence.tokens;
  }
  return [...found.values()];
}

function readSentence(
  text: string,
  sentence: Sentence,
  before: readonly Token[],
  found: Map<string, StatedCause>,
): void {
  const { tokens } = sentence;
  let previous: { readonly at: number; readonly cause: StatedCause } | undefined;
  for (const [at, token] of tokens.entries()) {
    if (token.reference === undefined || token.reference.kind === 'issue') continue;
    const cause: StatedCause | undefined =
      causeAt(text, sentence, at, token.reference, before) ??
      (previous !== undefined && isEnumerated(tokens, previous.at, at)
        ? { ...previous.cause, reference: token.reference }
        : undefined);
    if (cause === undefined) continue;
    previous = { at, cause };
    const key = referenceKey(token.reference);
    const known = found.get(key);
    if (known === undefined || (known.certainty === 'hedged' && cause.certainty === 'stated')) found.set(key, cause);
  }
}

function referenceKey(reference: ChangeReference): string {
  return `${reference.repository?.toLowerCase() ?? ''}#${reference.number ?? reference.sha ?? ''}`;
}

function causeAt(
  text: string,
  sentence: Sentence,
  at: number,
  reference: ChangeReference,
  before: readonly Token[],
): StatedCause | undefined {
  const { tokens } = sentence;
  const first = tokens[Math.max(0, at - 60)];
  const last = tokens[Math.min(tokens.length - 1, at + 60)];
  if (first === undefined || last === undefined) return undefined;
  const state = (
    kind: StatedCause['kind'],
    certainty: StatedCause['certainty'],
    from: number,
    to: number,
  ): StatedCause => {
    const start = tokens[Math.max(0, from - 4)]?.start ?? reference.start;
    const end = tokens[Math.min(tokens.length - 1, to + 4)]?.end ?? reference.end;
    return { kind, certainty, reference, quote: quoteOf(text, start, end, reference) };
  };
  const label = matchCauseLabel(text, tokens, at, before);
  if (label !== undefined) return state('fault', 'stated', at, at);
  if (!sentence.question) {
    const revert = matchRevertPhrase(tokens, at);
    if (revert !== undefined) return state('revert', 'stated', revert, at);
    const english = matchEnglishCause(tokens, at, before);
    if (english !== undefined) return state('fault', english.certainty, english.from, english.to);
  }
  const japanese = matchJapaneseCause(
    text.slice(Math.max(first.start, reference.start - 60), reference.start),
    text.slice(reference.end, Math.min(last.end, reference.end + 60)),
  );
  if (japanese !== undefined && !sentence.question) return state(japanese.kind, japanese.certainty, at - 4, at + 8);
  return undefined;
}

/** The words around, one line, at most 200 characters, the reference inside. */
function quoteOf(text: string, start: number, end: number, reference: ChangeReference): string {
  const from = Math.max(start, reference.start - 100);
  const to = Math.min(Math.max(end, reference.end), from + 200);
  return text.slice(from, to).replace(/\s+/g, ' ').trim();
}

/** "broken by A, B and C": only list words stand between two references. */
function isEnumerated(tokens: readonly Token[], from: number, to: number): boolean {
  return to - from <= 6 && tokens.slice(from + 1, to).every((token) => LIST_WORDS.has(token.text));
}

const LIST_WORDS = new Set([
  ',',
  'and',
  'or',
  '&',
  '+',
  '/',
  '(',
  ')',
  '.',
  '、',
  'と',
  'や',
  'および',
  'commit',
  'commits',
  'pr',
  'prs',
  'pull',
  'request',
  'plus',
  'the',
  '・',
]);
