import { type ControlChart, controlChart } from './control-limits.ts';

export interface XmrChart extends ControlChart {
  /** Mean moving range of two; `null` with fewer than two points. */
  readonly movingRange: number | null;
  /** Upper limit of the moving range. */
  readonly movingRangeUpper: number | null;
}

/** Expected range of two normal values, in standard deviations. */
const D2 = 1.128;
/** 1 + 3 d₃/d₂ for ranges of two. */
const D4 = 3.267;

/**
 * Individuals and moving range: x̄ ± 3 M̄R/1.128, ranges up to 3.267 M̄R. For values of even exposure; it measures the
 * spread instead of assuming it. The limits of one lone point are that point.
 * Source: NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2.
 */
export function xmrChart(values: readonly number[]): XmrChart {
  if (values.length === 0) return { center: null, points: [], signals: [], movingRange: null, movingRangeUpper: null };
  const center = values.reduce((sum, x) => sum + x, 0) / values.length;
  const ranges = values.slice(1).map((x, i) => Math.abs(x - (values[i] ?? x)));
  const movingRange = ranges.length > 0 ? ranges.reduce((sum, x) => sum + x, 0) / ranges.length : null;
  const reach = (3 * (movingRange ?? 0)) / D2;
  const points = values.map((value) => ({ value, lower: center - reach, upper: center + reach }));
  return {
    ...controlChart(center, values.length > 1 ? points : []),
    points,
    movingRange,
    movingRangeUpper: movingRange === null ? null : D4 * movingRange,
  };
}
