import { compareLevels, levelToSatisfy } from '../../domain/risk/risk-level.ts';
import { CONCLUSIONS, type Conclusion } from '../../domain/statement/decision.ts';
import type { JudgedPullRequest } from './judged-pull-request.ts';

/** Worst conclusion first, then highest risk, then lowest number: the first one speaks for all. */
export function worstFirst(judged: readonly JudgedPullRequest[]): readonly JudgedPullRequest[] {
  return judged.toSorted(
    (a, b) =>
      compareConclusions(b.opinion.decision.conclusion, a.opinion.decision.conclusion) ||
      compareLevels(levelToSatisfy(b.opinion.assessment.level), levelToSatisfy(a.opinion.assessment.level)) ||
      a.pullRequest.number - b.pullRequest.number,
  );
}

/** Positive when `a` is the worse one. */
export function compareConclusions(a: Conclusion, b: Conclusion): number {
  return CONCLUSIONS.indexOf(a) - CONCLUSIONS.indexOf(b);
}
