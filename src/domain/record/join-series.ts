import type { AtRiskSeries, AtRiskTraits } from './change-cell.ts';

/** One series for each of the traits, which series of different days share. Its starts are in the order given. */
export function joinSeries(series: readonly AtRiskSeries[]): readonly AtRiskSeries[] {
  const lengths = new Map<AtRiskTraits, number>();
  for (const { traits, starts } of series) lengths.set(traits, (lengths.get(traits) ?? 0) + starts.length);
  const joined = new Map(
    [...lengths].map(([traits, length]) => [traits, { starts: new Int32Array(length), filled: 0 }]),
  );
  for (const { traits, starts } of series) {
    const target = joined.get(traits);
    target?.starts.set(starts, target.filled);
    if (target) target.filled += starts.length;
  }
  return [...joined].map(([traits, { starts }]) => ({ traits, starts }));
}
