import { describe, expect, it } from 'vitest';
import { quantileRanks } from '../../../src/domain/stats/quantile-ranks.ts';

describe('quantileRanks', () => {
  // Tables of the sign test: the ranks that bound a median at 95 %.
  it.each<[number, number, number | null, number | null]>([
    [0, 0.5, null, null],
    [5, 0.5, null, null],
    [6, 0.5, 1, 6],
    [10, 0.5, 2, 9],
    [20, 0.5, 6, 15],
    [30, 0.5, 10, 21],
    [100, 0.5, 40, 61],
  ])('%i values, quantile %f: %s to %s', (n, q, lower, upper) => {
    expect(quantileRanks(n, q)).toEqual({ lower, upper });
  });

  // P(B(20, .9) ≤ 14) = .011, ≤ 15 = .043.
  it('a high quantile of few values has no upper bound', () => {
    expect(quantileRanks(20, 0.9)).toEqual({ lower: 15, upper: null });
  });

  it('stays narrow and ordered with a million values', () => {
    const { lower, upper } = quantileRanks(1_000_000, 0.9);
    expect(lower).toBeGreaterThan(899_000);
    expect(upper).toBeLessThan(901_000);
    expect(lower).toBeLessThan(upper ?? 0);
  });
});
