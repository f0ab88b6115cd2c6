import type { CauseMatch } from './cause-match.ts';
import { isFault, isPlace } from './english-fault.ts';
import { FAULT_ADVERBS, FAULT_MODIFIERS, FEATURES, HYPOTHETICALS, NEGATIONS } from './english-words.ts';
import type { Token } from './sentences.ts';

/** How far after a reference its verb may stand, in tokens. */
const RIGHT = 14;

const FINDS = new Set([
  'cause',
  'culprit',
  'offender',
  'responsible',
  'reason',
  'trigger',
  'fault',
  'blame',
  'source',
  'origin',
]);
const SKIPPED = new Set([
  'which',
  'that',
  'who',
  'has',
  'have',
  'had',
  'also',
  'then',
  'just',
  'apparently',
  'subtly',
  'silently',
  'recently',
  'actually',
  'merge',
  'merged',
  'got',
  'landed',
  'itself',
  ',',
  '(',
  ')',
  'probably',
  'likely',
  'seems',
  'seem',
  'appears',
  'to',
  'may',
  'might',
  'completely',
  'really',
  'when',
  'it',
  'where',
  'we',
  'i',
  'they',
  'and',
  'was',
  'by',
  'commit',
  'pr',
  'partially',
  'unfortunately',
]);

/** Change first: "#12 broke the build", "the culprit is …" the other way round. */
export function matchActive(tokens: readonly Token[], at: number): CauseMatch | undefined {
  if (guarded(tokens, at)) return undefined;
  let adverb = false;
  let skipped = 0;
  for (let i = at + 1; i < Math.min(tokens.length, at + RIGHT); i += 1) {
    const token = tokens[i];
    if (token === undefined) return undefined;
    const word = token.text;
    if (NEGATIONS.has(word) || word.endsWith("n't") || HYPOTHETICALS.has(word)) return undefined;
    const verdict = breaksActively(tokens, i, adverb);
    if (verdict !== undefined) return verdict < 0 ? undefined : { certainty: 'stated', from: at, to: verdict };
    if (FAULT_ADVERBS.has(word)) adverb = true;
    else if (word === '(') i = closing(tokens, i, ')');
    else if (word === ',' && (tokens[i + 1]?.text === 'which' || tokens[i + 1]?.text === 'merged')) {
      // "#12, which landed yesterday, broke …": the clause between, unless it breaks something itself.
      const close = closing(tokens, i, ',');
      if (!tokens.slice(i, close).some((_, k) => k > 1 && breaksActively(tokens, i + k, adverb) !== undefined))
        i = close;
    } else if (token.kind === 'reference' || SKIPPED.has(word)) skipped += 1;
    else if (adverb && token.kind === 'word') return { certainty: 'stated', from: at, to: i };
    else return undefined;
    if (skipped > 7) return undefined;
  }
  return undefined;
}

function closing(tokens: readonly Token[], open: number, mark: string): number {
  for (let i = open + 1; i < Math.min(tokens.length, open + 12); i += 1) if (tokens[i]?.text === mark) return i;
  return open;
}

/** "fix for #12 broke …", "if #12 broke …": the reference is not the subject, or nothing is asserted. */
function guarded(tokens: readonly Token[], at: number): boolean {
  const left = tokens
    .slice(Math.max(0, at - 6), at)
    .filter((token) => !['the', 'commit', 'pr', 'pull', 'request', '(', ':'].includes(token.text));
  const last = left.at(-1)?.text ?? '';
  if (
    [
      'for',
      'fixes',
      'fix',
      'fixed',
      'closes',
      'closed',
      'see',
      'resolves',
      'unlike',
      'than',
      'refs',
      'ref',
      'from',
      'not',
    ].includes(last)
  )
    return true;
  // "looks like #12 broke it" says so; "like #12" compares.
  if (last === 'like' && !/^(?:looks?|looked|seems?|feels?|sounds?)$/.test(left.at(-2)?.text ?? '')) return true;
  return left.some((token) => token.text === 'if' || token.text === 'whether' || token.text === 'unless');
}

/** Index of the last token when a breaking verb stands at `i`, -1 when a verb there clears the change, undefined to look on. */
function breaksActively(tokens: readonly Token[], i: number, adverb: boolean): number | undefined {
  const word = tokens[i]?.text ?? '';
  const next = tokens[i + 1]?.text ?? '';
  if (
    word === 'broke' ||
    word === 'breaks' ||
    word === 'broken' ||
    word === 'break' ||
    word === 'breaking' ||
    word === 'regressed' ||
    word === 'regresses'
  ) {
    // "#12 was broken by #13": here #12 is the victim.
    // "1a2b3c4 Break the cycle" lists a commit and its title.
    if (word === 'break' && tokens[i - 1]?.kind === 'reference' && i === 1) return undefined;
    return next === 'by' || (word !== 'broke' && tokens[i - 1]?.text === 'was') || (next === 'in' && word === 'broken')
      ? -1
      : i;
  }
  if (word === 'caused' || word === 'causes' || word === 'causing' || word === 'triggered' || word === 'triggers') {
    return next === 'by' ? -1 : i;
  }
  if (word === 'is' || word === 'was' || word === 'are') {
    for (let k = i + 1; k <= Math.min(tokens.length - 1, i + 6); k += 1) {
      const text = tokens[k]?.text ?? '';
      if (NEGATIONS.has(text)) return -1;
      if (FINDS.has(text)) return k;
      if (text === 'bad' && tokens[k + 1]?.text === 'commit') return k + 1;
      if (
        ![
          'the',
          'a',
          'an',
          'to',
          'at',
          'root',
          'first',
          'likely',
          'probable',
          'main',
          'one',
          'actual',
          'real',
          'only',
          'probably',
          'also',
          'what',
          'most',
        ].includes(text)
      )
        break;
    }
    return undefined;
  }
  if (
    [
      'introduced',
      'introduces',
      'added',
      'adds',
      'created',
      'creates',
      'brought',
      'left',
      'made',
      'makes',
      'had',
      'has',
      'contains',
      'contained',
      'reintroduced',
      'shipped',
    ].includes(word)
  ) {
    for (let k = i + 1; k <= Math.min(tokens.length - 1, i + 6); k += 1) {
      const token = tokens[k];
      if (token === undefined || token.kind === 'mark') return undefined;
      if (
        (word !== 'made' && word !== 'makes' && isFault(token)) ||
        (FAULT_MODIFIERS.has(token.text) && token.text !== 'missing')
      )
        return k;
      if (
        (word === 'made' || word === 'makes') &&
        ['fail', 'crash', 'break', 'impossible', 'fails'].includes(token.text)
      )
        return k;
      if (FEATURES.has(token.text) || isPlace(token) || token.kind === 'reference')
        return word === 'has' || word === 'had' ? undefined : adverb ? i : -1;
    }
    return undefined;
  }
  if ((word === 'took' || word === 'brought' || word === 'knocked') && (next === 'down' || next === 'out'))
    return i + 1;
  if (doneByMistake(tokens, i)) return i;
  if (['forgot', 'neglected', 'overlooked'].includes(word)) return i;
  if ((word === 'failed' || word === 'fails') && next === 'to') return i + 1;
  if ((word === 'started' || word === 'began') && (next === 'failing' || next === 'breaking' || next === 'crashing'))
    return i + 1;
  return undefined;
}

/** "removed the check by mistake": any past deed, up to ten words before the words that excuse it. */
function doneByMistake(tokens: readonly Token[], i: number): boolean {
  const verb = tokens[i];
  if (verb?.kind !== 'word' || !verb.text.endsWith('ed')) return false;
  for (let k = i + 1; k < Math.min(tokens.length - 1, i + 10); k += 1) {
    const token = tokens[k];
    if (token === undefined || token.kind === 'mark' || token.kind === 'reference') return false;
    if (token.text === 'by' && /^(?:mistake|accident|error)$/.test(tokens[k + 1]?.text ?? '')) return true;
  }
  return false;
}
