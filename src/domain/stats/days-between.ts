import { type ControlChart, controlChart } from './control-limits.ts';

/** Nelson's exponent: t^(1/3.6) of an exponential time is close to normal. */
const EXPONENT = 1 / 3.6;

/**
 * Days between rare events (t chart): each wait is raised to 1/3.6, charted with x̄ ± 2.66 M̄R, and the limits are
 * turned back into days. A point below its limit is a cluster, one above it a lull. `times` ascending, in days.
 * Assumes exponential waits. Source: L. S. Nelson, Journal of Quality Technology 26:239, 1994.
 */
export function daysBetween(times: readonly number[]): ControlChart {
  const waits = times.slice(1).map((time, i) => Math.max(0, time - (times[i] ?? time)));
  const y = waits.map((wait) => wait ** EXPONENT);
  const first = y[0];
  if (first === undefined) return controlChart(null, []);
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
  const ranges = y.slice(1).map((value, i) => Math.abs(value - (y[i] ?? value)));
  const range = ranges.reduce((sum, value) => sum + value, 0) / Math.max(1, ranges.length);
  const lower = Math.max(0, mean - 2.66 * range) ** (1 / EXPONENT);
  const upper = (mean + 2.66 * range) ** (1 / EXPONENT);
  const points = waits.map((value) => ({ value, lower, upper }));
  return { ...controlChart(mean ** (1 / EXPONENT), ranges.length > 0 ? points : []), points };
}
