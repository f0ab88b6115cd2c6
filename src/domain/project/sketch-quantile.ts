import { type BinScale, mergeSketches, type Sketch, sketchQuantile, sketchSize } from '../record/sketch.ts';
import type { Interval } from '../stats/interval.ts';
import { quantileRanks } from '../stats/quantile-ranks.ts';
import type { BudgetDay } from './error-budget.ts';

interface SketchedQuantile {
  readonly value: number | null;
  readonly interval: Interval;
  readonly counted: number;
  readonly outOf: number;
}

/** The quantile q of sketches of one scale, with the interval of its order statistics; `unit` is a multiplier. */
export function quantileOf(scale: BinScale, sketches: readonly Sketch[], q: number, unit: number): SketchedQuantile {
  const all = mergeSketches(sketches);
  const size = sketchSize(all);
  const valueAt = (share: number): number | null => {
    const value = sketchQuantile(scale, all, share);
    return value === null ? null : value * unit;
  };
  const ranks = quantileRanks(size, q);
  // Half a rank below: the share of a rank, rounded, must not fall onto the next one.
  const bound = (rank: number | null) => (rank === null ? null : valueAt((rank - 0.5) / size));
  return {
    value: valueAt(q),
    interval: { lower: bound(ranks.lower) ?? 0, upper: bound(ranks.upper) },
    counted: size,
    outOf: size,
  };
}

/** How many values there are, and how many in bins beyond the limit's own. */
export function beyond(scale: BinScale, sketch: Sketch, limit: number): BudgetDay {
  const last = scale.binOf(limit);
  let spent = 0;
  for (let i = 0; i < sketch.length; i += 2) if ((sketch[i] ?? 0) > last) spent += sketch[i + 1] ?? 0;
  return { exposure: sketchSize(sketch), spent };
}
