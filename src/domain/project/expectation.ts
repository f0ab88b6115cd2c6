/** What can be expected of a project, with its unit and the direction that is good. */
export const EXPECTATION_MEASURES = {
  'incidents-per-100-prs': { unit: 'count', good: 'low' },
  'incidents-per-28d': { unit: 'count', good: 'low' },
  'regressions-per-28d': { unit: 'count', good: 'low' },
  'near-misses-per-28d': { unit: 'count', good: 'low' },
  'change-fail-rate': { unit: 'share', good: 'low' },
  monitored: { unit: 'share', good: 'high' },
  'lead-time-p50': { unit: 'seconds', good: 'low' },
  'lead-time-p90': { unit: 'seconds', good: 'low' },
  'merged-prs-per-week': { unit: 'count', good: 'high' },
  'review-rounds-p50': { unit: 'count', good: 'low' },
} as const satisfies Readonly<Record<string, { unit: 'count' | 'share' | 'seconds'; good: 'low' | 'high' }>>;

export type ExpectationMeasure = keyof typeof EXPECTATION_MEASURES;

/** `target` is in the measure's unit; a share is between 0 and 1. */
export interface Expectation {
  readonly measure: ExpectationMeasure;
  readonly target: number;
}
