import type { ExpectationMeasure } from '../project/expectation.ts';
import type { Interval } from '../stats/interval.ts';

/** How one agreed expectation stands. Values are in the measure's unit. */
export interface PromisedMeasure {
  readonly project: { readonly id: string; readonly title: string };
  readonly measure: ExpectationMeasure;
  readonly target: number;
  readonly actual: number | null;
  readonly interval: Interval;
  readonly state: 'kept' | 'broken' | 'cannot-tell';
  /** Share of the error budget that is left, negative when overdrawn; `null` where there is no budget. */
  readonly budgetLeft: number | null;
  /** `2026-09-14`: when the budget runs out at this pace. */
  readonly exhaustedOn: string | null;
}
