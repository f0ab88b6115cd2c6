import type { Spread } from './repository-analysis.ts';

/** Median and ninth decile, by nearest rank: both are values that were seen. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number | null => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
  return { n: sorted.length, p50: at(0.5), p90: at(0.9) };
}
