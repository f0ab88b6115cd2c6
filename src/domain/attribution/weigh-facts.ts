import type { ChangeFacts } from './change-facts.ts';

/** Why a change was a likelier cause than others before anything broke. */
export const PRIOR_REASONS = ['high-risk', 'large', 'unstated', 'unwatched'] as const;
export type PriorReason = (typeof PRIOR_REASONS)[number];

/** All facts together never move the odds by more than e^±BOUND, that is by ±65 %. */
const BOUND = 0.5;
const LEVEL = { low: -0.1, medium: 0.1, high: 0.3, unknown: 0 } as const;
/** Each e-fold of changed lines; a tenth of it either way was seen where it could be measured. */
const SIZE = 0.13;
const SIZE_BOUND = 0.3;
/** Half of all changes are smaller. */
const USUAL_LINES = 20;
const LARGE = 400;
const UNSTATED = 0.1;
const UNWATCHED = 0.1;

/**
 * The prior of a change as log odds, 0 when nothing is known: bounded, because only its size could be fitted on public data;
 * that risk, a missing statement and a lapsed window come before faults is what each installation has to show first.
 */
export function weighFacts({ level, lines, verdict, watched }: ChangeFacts): {
  readonly odds: number;
  readonly reasons: readonly PriorReason[];
} {
  const unstated = verdict === 'missing' || verdict === 'placeholder';
  const parts = [
    level === undefined ? 0 : LEVEL[level],
    lines === undefined ? 0 : clamp(SIZE * Math.log((1 + Math.max(0, lines)) / USUAL_LINES), SIZE_BOUND),
    unstated ? UNSTATED : 0,
    watched === 'lapsed' ? UNWATCHED : watched === 'done' ? -UNWATCHED : 0,
  ];
  const reasons: PriorReason[] = [
    ...(level === 'high' ? (['high-risk'] as const) : []),
    ...((lines ?? 0) >= LARGE ? (['large'] as const) : []),
    ...(unstated ? (['unstated'] as const) : []),
    ...(watched === 'lapsed' ? (['unwatched'] as const) : []),
  ];
  return {
    odds: clamp(
      parts.reduce((sum, part) => sum + part, 0),
      BOUND,
    ),
    reasons,
  };
}

function clamp(value: number, bound: number): number {
  return Math.min(bound, Math.max(-bound, value));
}
