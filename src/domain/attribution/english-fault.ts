import { FAULTS, HYPOTHETICALS, NEGATIONS } from './english-words.ts';
import type { Token } from './sentences.ts';

/** A negation or a condition that governs a phrase whose left side is `left`. */
export function isNegated(left: readonly Token[]): boolean {
  const near = left.slice(-4).map((token) => token.text);
  if (near.some((word) => NEGATIONS.has(word) || word.endsWith("n't"))) return true;
  if (near.slice(-3).some((word) => HYPOTHETICALS.has(word))) return true;
  return left.slice(-9).some((token) => token.text === 'if' || token.text === 'whether' || token.text === 'unless');
}

function isErrorName(token: Token | undefined): boolean {
  return token?.kind === 'word' && /(?:error|exception|failure|warning)s?$/.test(token.text);
}

/** Whether a word names something wrong: a bug, a crash, a `NoMethodError`. */
export function isFault(token: Token | undefined): boolean {
  return token !== undefined && (FAULTS.has(token.text) || isErrorName(token));
}

const PLACES = new Set([
  'in',
  'on',
  'with',
  'for',
  'of',
  'when',
  'while',
  'during',
  'to',
  'at',
  'where',
  'under',
  'from',
  'around',
  'related',
]);
/** Whether a word says where or when a fault shows. */
export function isPlace(token: Token | undefined): boolean {
  return token !== undefined && PLACES.has(token.text);
}
