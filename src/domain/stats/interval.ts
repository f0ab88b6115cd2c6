/**
 * A two-sided interval. `null` is a side without a bound: data with zero events give one-sided intervals, and a
 * report must be able to store them (JSON has no infinity).
 */
export interface Interval {
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Nothing is known about a positive quantity: [0, ∞). */
export const UNINFORMATIVE: Interval = { lower: 0, upper: null };
export const WHOLE_LINE: Interval = { lower: null, upper: null };

/** A bound that a computation pushed to ±∞ or NaN is no bound. */
export function interval(lower: number, upper: number): Interval {
  return { lower: finite(lower), upper: finite(upper) };
}

/** `null` where a computation has no finite answer. */
export function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
