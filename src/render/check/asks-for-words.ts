import type { Decision, DecisionReason } from '../../domain/statement/decision.ts';

const OPEN: ReadonlySet<DecisionReason['code']> = new Set([
  'none-above-limit',
  'statement-missing',
  'statement-placeholder',
  'fields-required',
]);

/** Whether the author is asked to write something that a section to paste would help with. */
export function asksForWords(decision: Decision): boolean {
  return decision.conclusion !== 'success' && decision.reasons.some(({ code }) => OPEN.has(code));
}

/** Whether the author has written no word of a section yet, so that a whole one is offered to paste. */
export function lacksSection(decision: Decision): boolean {
  return (
    decision.conclusion !== 'success' &&
    decision.reasons.some(({ code }) => code === 'statement-missing' || code === 'statement-placeholder')
  );
}
