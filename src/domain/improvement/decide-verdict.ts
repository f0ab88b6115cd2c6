import type { LinkBounds } from './bound-link-error.ts';
import type { RatioEstimate } from './estimate-ratio.ts';
import type { RegressionGuard } from './guard-regression.ts';
import type { PlaceboPlace } from './place-among-placebos.ts';
import type { Verdict, VerdictCondition } from './verdict.ts';

export interface VerdictEvidence {
  readonly main: RatioEstimate;
  readonly guard: RegressionGuard;
  readonly links: LinkBounds;
  readonly placebos: PlaceboPlace;
}

const PLACEBO_SHARE = 0.95;

/**
 * *improved* iff the dispersion-adjusted upper bound of the registered estimator is below 1, the guarded one's too, the
 * worst-case link assignment keeps the sign, and the estimate lies beyond 95 % of the placebos where 19 exist. *worse*
 * is the mirror. Otherwise *cannot tell*, with the conditions that failed.
 */
export function decideVerdict(first: readonly VerdictCondition[], evidence: VerdictEvidence | null): Verdict {
  const worse = evidence?.main.ratio !== null && evidence?.main.ratio !== undefined && evidence.main.ratio > 1;
  const conditions = evidence ? [...first, ...judge(evidence, worse)] : first;
  const failed = conditions.filter(({ holds }) => !holds);
  const direction = worse ? 'worse' : 'improved';
  return { answer: evidence && failed.length === 0 ? direction : 'cannot-tell', direction, conditions, failed };
}

function judge({ main, guard, links, placebos }: VerdictEvidence, worse: boolean): VerdictCondition[] {
  const excludes = ({ lower, upper }: { readonly lower: number | null; readonly upper: number | null }) =>
    worse ? lower !== null && lower > 1 : upper !== null && upper < 1;
  const guarded = guard.estimate.interval;
  const worst = worse ? links.lowest : links.highest;
  const share = worse ? placebos.shareBelow : placebos.shareAbove;
  return [
    { code: 'estimable', holds: main.problem === null && main.ratio !== null, because: main.problem },
    { code: 'interval', holds: excludes(main.interval), ...main.interval },
    {
      code: 'guarded-interval',
      holds: guard.problem === null && excludes(guarded),
      ...guarded,
      because: guard.problem,
    },
    { code: 'worst-case-links', holds: worst !== null && (worse ? worst > 1 : worst < 1), ratio: worst },
    {
      code: 'beyond-placebos',
      holds: !placebos.enough || (share !== null && share >= PLACEBO_SHARE),
      dates: placebos.dates,
      share,
    },
  ];
}
