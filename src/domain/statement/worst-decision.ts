import { CONCLUSIONS, type Decision } from './decision.ts';

/**
 * One decision for several pull requests behind one commit (a merge group, or two pull requests with one head):
 * the worst conclusion, its status, and the reasons of every decision that shares it. `undefined` for none at all.
 */
export function worstDecision(decisions: readonly Decision[]): Decision | undefined {
  const rank = (decision: Decision): number => CONCLUSIONS.indexOf(decision.conclusion);
  const worst = decisions.reduce<Decision | undefined>(
    (found, each) => (found === undefined || rank(each) > rank(found) ? each : found),
    undefined,
  );
  if (!worst) return undefined;
  const reasons = decisions.filter((each) => each.conclusion === worst.conclusion).flatMap((each) => each.reasons);
  const seen = new Set<string>();
  const distinct = reasons.filter((reason) => {
    const key = JSON.stringify(reason);
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
  return { ...worst, reasons: distinct };
}
