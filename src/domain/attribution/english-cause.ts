import type { CauseMatch } from './cause-match.ts';
import { matchActive } from './english-active.ts';
import { matchPassive } from './english-passive.ts';
import { HEDGES } from './english-words.ts';
import type { Token } from './sentences.ts';

/**
 * Does a sentence state that the reference at `at` caused a fault? `before` is the sentence before it, for subjects like
 * "This was introduced in …".
 */
export function matchEnglishCause(
  tokens: readonly Token[],
  at: number,
  before: readonly Token[],
): CauseMatch | undefined {
  const found = matchPassive(tokens, at, before) ?? matchActive(tokens, at);
  if (found === undefined) return undefined;
  const around = tokens.slice(Math.max(0, found.from - 6), found.to + 1).map((token) => token.text);
  if (around.some((word) => HEDGES.has(word))) return { ...found, certainty: 'hedged' };
  return found;
}
