import type { CauseMatch } from './cause-match.ts';
import { arrivesWithFault } from './english-arrival.ts';
import { isFault, isNegated } from './english-fault.ts';
import {
  ARRIVAL_PREPOSITIONS,
  ARRIVALS,
  AUXILIARIES,
  BREAKING,
  BREAKING_PREPOSITIONS,
  DIVERTERS,
  FAULT_ADVERBS,
  FAULT_VERBS,
  FAULTS,
  FILLERS,
  HEDGES,
  REASONS,
  SLIPS,
} from './english-words.ts';
import type { Token } from './sentences.ts';

/** How far around a reference a phrase is looked for, in tokens. */
const LEFT = 24;
const RIGHT = 14;
/** "caused by upgrading rack in #12": how many words of content may stand between. */
const GAP = 7;

/** Fault first: "regression introduced by the change in #12". */
export function matchPassive(tokens: readonly Token[], at: number, before: readonly Token[]): CauseMatch | undefined {
  const first = Math.max(0, at - LEFT);
  let content = 0;
  let sawFiller = false;
  for (let i = at - 1; i >= first; i -= 1) {
    const token = tokens[i];
    if (token === undefined || token.kind === 'reference') return undefined;
    const word = token.text;
    const phrase = phraseEndingAt(tokens, i, tokens[at]?.reference?.kind === 'commit');
    if (phrase !== undefined) {
      if (content > 0 && !(sawFiller && phrase.bridges)) return undefined;
      const match = judge(tokens, phrase, before, tokens.slice(at + 1, at + 1 + RIGHT));
      if (match) return { certainty: 'stated', from: phrase.start, to: at };
      // "caused by the change made in #12": the nearer phrase only says where the change was made.
      if (phrase.kind !== 'arrival' || !FILLERS.has(tokens[phrase.start - 1]?.text ?? '')) return undefined;
      i = phrase.start;
      sawFiller = true;
      continue;
    }
    // "introduced by @somebody in #12"
    if (token.kind === 'word' && tokens[i - 1]?.text === '@') {
      i -= 1;
      continue;
    }
    if (DIVERTERS.has(word)) return undefined;
    if (token.kind === 'mark' && word !== ':' && word !== '@' && !(word === '(' && content === 0)) return undefined;
    if (FILLERS.has(word) || ARRIVAL_PREPOSITIONS.has(word)) sawFiller ||= content === 0;
    else if (token.kind !== 'mark') content += 1;
    if (content > GAP) return undefined;
  }
  return undefined;
}

interface Phrase {
  readonly kind: 'breaking' | 'arrival' | 'reason' | 'slip' | 'bisect';
  /** Index of its first token. */
  readonly start: number;
  /** Whether words may stand between it and the reference. */
  readonly bridges: boolean;
}

const BISECTS = new Set([
  'bisected',
  'bisects',
  'bisecting',
  'bisect',
  'bisection',
  'traced',
  'tracked',
  'narrowed',
  'pinned',
  'pinpointed',
]);
const IDENTIFIES = new Set(['is', 'was', 'be', ':']);
const CULPRITS = new Set(['culprit', 'culprits', 'offender', 'blame', 'blames']);

/** Between a verb and its preposition, these say when, or stand for what broke. */
const ASIDES = new Set(
  'it this that them while things everything back recently just again originally first accidentally inadvertently mistakenly mistake accident me us myself by a an few several some couple of one two three other last day days week weeks month months year years ago earlier before yesterday today , january february march april may june july august september october november december jan feb mar apr jun jul aug sep oct nov dec late early around in during'.split(
    ' ',
  ),
);
const MOST_ASIDES = 7;

function isAside(word: string): boolean {
  return ASIDES.has(word) || /^\d{1,4}(?:st|nd|rd|th)?$/.test(word);
}

/** The cause phrase whose last word is at `end`, if one ends there. */
function phraseEndingAt(tokens: readonly Token[], end: number, commit: boolean): Phrase | undefined {
  const word = (back: number): string => tokens[end - back]?.text ?? '';
  for (const [one, two] of REASONS) {
    if (word(0) === two && word(1) === one) {
      // "broken due to #12" is one phrase
      return BREAKING.has(word(2))
        ? { kind: 'breaking', start: end - 2, bridges: false }
        : { kind: 'reason', start: end - 1, bridges: false };
    }
  }
  // "I broke it two days ago in #12", "introduced in July 2009, in #12"
  let verb = 1;
  while (verb <= MOST_ASIDES && isAside(word(verb))) verb += 1;
  if (BREAKING_PREPOSITIONS.has(word(0))) {
    if (BREAKING.has(word(verb))) {
      // "caused since #12" dates a fault, it does not blame
      if (word(verb) === 'caused' && (word(0) === 'since' || word(0) === 'after')) return undefined;
      return { kind: 'breaking', start: end - verb, bridges: word(0) === 'by' };
    }
    // "bug in #12" is a report in issue 12 as often as a fault of pull request 12; a commit is never an issue.
    if (
      (SLIPS.has(word(1)) || (commit && FAULTS.has(word(1)))) &&
      (word(0) === 'in' || word(0) === 'from' || word(0) === 'of')
    )
      return { kind: 'slip', start: end - 1, bridges: false };
    if ((word(0) === 'from' || word(0) === 'by') && FAULTS.has(word(1)))
      return { kind: 'slip', start: end - 1, bridges: false };
    if (word(0) === 'to') {
      for (let back = 1; back <= 5; back += 1)
        if (BISECTS.has(word(back))) return { kind: 'bisect', start: end - back, bridges: false };
      if (word(1) === 'points' || word(1) === 'pointed' || word(1) === 'pointing') {
        for (let back = 2; back <= 4; back += 1)
          if (BISECTS.has(word(back))) return { kind: 'bisect', start: end - back, bridges: false };
      }
    }
  }
  // "due to a bug in #12", "accidentally removed in #12"
  if ((word(0) === 'in' || word(0) === 'from') && FAULTS.has(word(1)) && hasReason(tokens, end - 2))
    return { kind: 'slip', start: end - 1, bridges: false };
  if (['in', 'by', 'with'].includes(word(0)) && FAULT_ADVERBS.has(word(2)) && !ARRIVALS.has(word(1)))
    return { kind: 'slip', start: end - 2, bridges: false };
  if (word(0) === 'merged' && word(2) === 'when' && ARRIVALS.has(word(3)))
    return { kind: 'arrival', start: end - 3, bridges: false };
  if (ARRIVAL_PREPOSITIONS.has(word(0)) && ARRIVALS.has(word(verb)) && !(word(0) === 'with' && word(1) === 'merged'))
    return { kind: 'arrival', start: end - verb, bridges: false };
  if (CULPRITS.has(word(0)) && word(1) !== 'git') return { kind: 'bisect', start: end, bridges: false };
  if (IDENTIFIES.has(word(0))) {
    // "the culprit is", "the culprit seems to be"
    let back = 1;
    while (back < 4 && (AUXILIARIES.has(word(back)) || HEDGES.has(word(back)))) back += 1;
    if (isCulprit(tokens, end - back)) return { kind: 'bisect', start: end - back, bridges: false };
  }
  if (
    (word(0) === 'blames' ||
      word(0) === 'identified' ||
      word(0) === 'identifies' ||
      word(0) === 'found' ||
      word(0) === 'shows') &&
    BISECTS.has(word(1))
  ) {
    return { kind: 'bisect', start: end - 1, bridges: false };
  }
  return undefined;
}

/** Whether "due to" or its like ends at `end`, an article apart. */
function hasReason(tokens: readonly Token[], end: number): boolean {
  const last = ['a', 'an', 'the', 'some'].includes(tokens[end]?.text ?? '') ? end - 1 : end;
  const two = tokens[last]?.text;
  const one = tokens[last - 1]?.text;
  return REASONS.some(([first, second]) => first === one && second === two) || (one === 'caused' && two === 'by');
}

/** "culprit", "root cause", "cause", "first bad commit", "offending commit" ending at `end`. */
function isCulprit(tokens: readonly Token[], end: number): boolean {
  const word = (back: number): string => tokens[end - back]?.text ?? '';
  if (CULPRITS.has(word(0))) return true;
  if (word(0) === 'cause') return true;
  const change = word(0) === 'commit' || word(0) === 'pr' || word(0) === 'change' || word(0) === 'request';
  const said = (back: number): boolean =>
    ['bad', 'offending', 'guilty', 'breaking', 'causing', 'cause'].includes(word(back));
  return change && (said(1) || said(2));
}

function judge(tokens: readonly Token[], phrase: Phrase, before: readonly Token[], right: readonly Token[]): boolean {
  const left = tokens.slice(Math.max(0, phrase.start - LEFT), phrase.start);
  if (isNegated(left)) return false;
  switch (phrase.kind) {
    case 'breaking': {
      const verb = tokens[phrase.start]?.text ?? '';
      // "to break in #12" and "breaks in" are tenses of plans; "broke in" and "broken by" are facts.
      return !(verb === 'break' && left.at(-1)?.text === 'to');
    }
    case 'bisect':
    case 'slip':
      return true;
    case 'reason':
      return [...left.slice(-12), ...right.slice(0, 8)].some((token) => isFault(token) || FAULT_VERBS.has(token.text));
    case 'arrival':
      return arrivesWithFault(left, before, right);
  }
}
