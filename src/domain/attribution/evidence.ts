import type { Candidate } from './cause-features.ts';
import type { Fault } from './fault.ts';
import type { PriorReason } from './weigh-facts.ts';

/** One reason to suspect a change, as data; `render` gives it words. The kinds are the evidence ladder, strongest first. */
export type CauseEvidence =
  | { readonly kind: 'stated'; readonly certainty: 'stated' | 'hedged' }
  | { readonly kind: 'reverted' }
  | {
      readonly kind: 'blame';
      readonly lines: number;
      readonly totalLines: number;
      /** True: lines beside those that the fix added, not lines that it removed. */
      readonly context: boolean;
      /** GitHub's blame, which knows no white space options, no moves between files and no ignored revisions. */
      readonly plain?: true;
    }
  | { readonly kind: 'files'; readonly shared: readonly string[]; readonly count: number }
  | { readonly kind: 'names'; readonly near: number }
  | { readonly kind: 'owners'; readonly owners: readonly string[] }
  | { readonly kind: 'time'; readonly lagDays: number; readonly changesSince: number }
  | { readonly kind: 'prior'; readonly reasons: readonly PriorReason[]; readonly lines: number };

const SHOWN_FILES = 5;
const SHOWN_OWNERS = 3;
/** Below this, two paths have a common folder and no more. */
const ALIKE = 0.4;

export function evidenceOf(candidate: Candidate, fault: Fault): CauseEvidence[] {
  const evidence: CauseEvidence[] = [];
  const stated = (fault.stated ?? []).filter(({ unit }) => unit === candidate.unit.id);
  if (stated.length > 0) {
    const certainty = stated.some((item) => item.certainty === 'stated') ? 'stated' : 'hedged';
    evidence.push({ kind: 'stated', certainty });
  }
  if (fault.reverted?.includes(candidate.unit.id) === true) evidence.push({ kind: 'reverted' });
  if (candidate.lines > 0) {
    const { lines, totalLines, context, plain } = candidate;
    evidence.push({ kind: 'blame', lines, totalLines, context, ...(plain && { plain }) });
  }
  if (candidate.shared.length > 0) {
    evidence.push({ kind: 'files', shared: candidate.shared.slice(0, SHOWN_FILES), count: candidate.shared.length });
  } else if (candidate.lines === 0 && candidate.features.near >= ALIKE) {
    evidence.push({ kind: 'names', near: candidate.features.near });
  }
  if (candidate.owners.length > 0) evidence.push({ kind: 'owners', owners: candidate.owners.slice(0, SHOWN_OWNERS) });
  evidence.push({ kind: 'time', lagDays: candidate.lagDays, changesSince: candidate.changesSince });
  const { reasons, unit } = candidate;
  if (reasons.length > 0) evidence.push({ kind: 'prior', reasons, lines: unit.facts?.lines ?? 0 });
  return evidence;
}
