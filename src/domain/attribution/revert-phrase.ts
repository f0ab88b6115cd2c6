import { FILLERS } from './english-words.ts';
import type { Token } from './sentences.ts';

const UNDOES = new Set([
  'revert',
  'reverts',
  'reverted',
  'reverting',
  'undo',
  'undoes',
  'undid',
  'undoing',
  'backout',
  'rollback',
  'unmerge',
  'reversion',
  'reverses',
  'backs-out',
]);
const UNDOES_IN_TWO: readonly (readonly [string, string])[] = [
  ['back', 'out'],
  ['backs', 'out'],
  ['backed', 'out'],
  ['backing', 'out'],
  ['roll', 'back'],
  ['rolls', 'back'],
  ['rolled', 'back'],
  ['rolling', 'back'],
];
const PARTS = new Set([
  'part',
  'parts',
  'partially',
  'partly',
  'entirely',
  'fully',
  'effectively',
  'temporarily',
  'again',
  'of',
  'and',
  'to',
  'made',
]);
const STOPS = new Set([
  'not',
  'never',
  "don't",
  "doesn't",
  "didn't",
  "won't",
  'without',
  'should',
  'could',
  'would',
  'might',
  'may',
  'if',
  'whether',
  'cannot',
  'can',
  'consider',
  'considering',
  'wanted',
  'want',
  'instead',
  'need',
  'before',
  'unless',
  'no',
]);

/** "This reverts commit …", "back out #12": index of the phrase's first token when the reference at `at` is what is undone. */
export function matchRevertPhrase(tokens: readonly Token[], at: number): number | undefined {
  for (let i = at - 1; i >= Math.max(0, at - 8); i -= 1) {
    const token = tokens[i];
    if (token === undefined) return undefined;
    const start = undoingAt(tokens, i);
    if (start !== undefined) return asserted(tokens, start, i, at) ? start : undefined;
    const passes = FILLERS.has(token.text) || PARTS.has(token.text) || token.text === ':' || token.text === '(';
    // "reverted in #12" and "reverting changes made to …" point the other way.
    const changesIn = (token.text === 'in' || token.text === 'from') && /^changes?$/.test(tokens[i - 1]?.text ?? '');
    if (!passes || ((token.text === 'in' || token.text === 'from') && !changesIn)) return undefined;
  }
  return undefined;
}

function undoingAt(tokens: readonly Token[], i: number): number | undefined {
  const word = tokens[i]?.text ?? '';
  if (UNDOES.has(word)) return i;
  const before = tokens[i - 1]?.text ?? '';
  return UNDOES_IN_TWO.some(([one, two]) => one === before && two === word) ? i - 1 : undefined;
}

function asserted(tokens: readonly Token[], start: number, end: number, at: number): boolean {
  const left = tokens.slice(Math.max(0, start - 4), start).map((token) => token.text);
  if (left.some((word) => STOPS.has(word))) return false;
  const between = tokens.slice(end + 1, at).map((token) => token.text);
  // "reversing changes made to X" follows the merge that is reverted; X is its parent.
  return !(between.includes('made') || between.at(-1) === 'by' || between.includes('and'));
}
