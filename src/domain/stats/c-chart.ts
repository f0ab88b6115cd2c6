import { type ControlChart, controlChart } from './control-limits.ts';

/**
 * Counts of even exposure: c̄ ± 3√c̄, never below 0. Assumes Poisson counts.
 * Source: NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.3.1.
 */
export function cChart(counts: readonly number[]): ControlChart {
  if (counts.length === 0) return controlChart(null, []);
  const center = counts.reduce((sum, x) => sum + x, 0) / counts.length;
  const reach = 3 * Math.sqrt(center);
  return controlChart(
    center,
    counts.map((value) => ({ value, lower: Math.max(0, center - reach), upper: center + reach })),
  );
}
