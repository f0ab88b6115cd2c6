import { type Attribution, type AttributedCause, type LinkDecision, NO_CHANGE } from './attribution.ts';

/** From this confidence on, a change that nobody has judged counts as the cause. */
export const COUNTS_FROM = 0.5;

/** `confirmed`: a person said so; `likely`: nobody said anything, and the ranking is more sure than not. */
export interface CausalLink {
  readonly unit: string;
  readonly how: 'confirmed' | 'likely';
  readonly confidence: number;
}

/**
 * The links that count in rates, in history and in reports: what people confirmed; where they confirmed nothing, the
 * first candidate if it is likely enough; none where they said that no change caused it.
 */
export function settleLinks(
  attribution: Pick<Attribution, 'candidates'>,
  decisions: readonly LinkDecision[],
): readonly CausalLink[] {
  if (saysNoChange(decisions)) return [];
  const confirmed = decisions.filter(({ verdict }) => verdict === 'confirmed');
  if (confirmed.length > 0) {
    return confirmed.map(({ unit }) => ({ unit, how: 'confirmed' as const, confidence: 1 }));
  }
  const rejected = new Set(decisions.map(({ unit }) => unit));
  const first: AttributedCause | undefined = attribution.candidates.find(({ unit }) => !rejected.has(unit));
  if (first === undefined || first.confidence < COUNTS_FROM) return [];
  return [{ unit: first.unit, how: 'likely', confidence: first.confidence }];
}

export function saysNoChange(decisions: readonly LinkDecision[]): boolean {
  return decisions.some(({ unit, verdict }) => unit === NO_CHANGE && verdict === 'confirmed');
}
