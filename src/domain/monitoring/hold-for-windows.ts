import type { Decision } from '../statement/decision.ts';
import type { Mode } from '../statement/statement-policy.ts';

/**
 * Holds a pull request whose author has too many open windows; only where the configuration says so. A revert is never
 * held, since it may be what mends production, and a maintainer's override lets it pass.
 */
export function holdForWindows(
  decision: Decision,
  open: readonly number[],
  { blockAfter, mode }: { readonly blockAfter: number | null; readonly mode: Mode },
): Decision {
  if (mode === 'off' || blockAfter === null || open.length < blockAfter) return decision;
  if (decision.status === 'overridden' || decision.reasons.some(({ code }) => code === 'exempt-revert')) {
    return decision;
  }
  const conclusion = mode === 'enforce' || decision.conclusion === 'failure' ? 'failure' : 'neutral';
  // What the author can mend in the description comes first.
  const others = decision.conclusion === 'success' ? [] : decision.reasons;
  return { ...decision, conclusion, reasons: [...others, { code: 'windows-open', numbers: open, blockAfter }] };
}
