import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countValues, hodgesLehmann, kthDifference } from '../../../src/domain/stats/pairwise-difference.ts';
import { rankSum } from '../../../src/domain/stats/wilcoxon.ts';

describe('rankSum', () => {
  it('agrees with R wilcox.test on placental permeability (Hollander and Wolfe)', () => {
    const found = rankSum([0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46], [1.15, 0.88, 0.9, 0.74, 1.21]);
    expect(found).toMatchObject({ w: 35, exact: true });
    expect(found.pGreater).toBeCloseTo(0.1272, 4);
    expect(found.pTwoSided).toBeCloseTo(0.2544, 4);
    expect(found.shift).toBeCloseTo(0.305, 10);
    expect(found.interval.lower).toBeCloseTo(-0.15, 10);
    expect(found.interval.upper).toBeCloseTo(0.76, 10);
  });

  it('corrects for ties', () => {
    // R 4.2.2 wilcox.test; its root finder stops within 1e-4 of the differences that bound the interval
    const found = rankSum([3, 1, 4, 1, 5, 9, 2, 6], [2, 7, 1, 8, 2, 8]);
    expect(found).toMatchObject({ w: 21, exact: false, shift: -1, interval: { lower: -5, upper: 3 } });
    expect(found.pTwoSided).toBeCloseTo(0.744432844216898, 12);
    expect(found.pGreater).toBeCloseTo(0.675943170286192, 12);
  });

  it('approximates from 50 values a side', () => {
    const x = Array.from({ length: 60 }, (_, i) => (i + 1) ** 1.5);
    const y = Array.from({ length: 55 }, (_, i) => (i + 1) * 7 + 0.25);
    const found = rankSum(x, y);
    // R 4.2.2 wilcox.test
    expect(found.w).toBe(1552);
    expect(found.pTwoSided).toBeCloseTo(0.585137979287716, 12);
    expect(found.interval.lower).toBeCloseTo(-62.95389, 3);
    expect(found.interval.upper).toBeCloseTo(38.06683, 3);
  });

  it('has no p for values that are all the same, and nothing for an empty side', () => {
    const same = rankSum([2, 2], [2, 2, 2]);
    expect(same).toMatchObject({
      w: 3,
      pTwoSided: null,
      pGreater: null,
      shift: 0,
      attained: false,
    });
    expect(rankSum([], [1])).toMatchObject({ pTwoSided: null, shift: null, interval: { lower: null, upper: null } });
  });

  it('one pair leaves everything open but the difference', () => {
    expect(rankSum([5], [3])).toMatchObject({
      w: 1,
      pTwoSided: 1,
      pGreater: 0.5,
      shift: 2,
      interval: { lower: 2, upper: 2 },
      attained: false,
    });
  });
});

describe('kthDifference', () => {
  it('is the sorted list of all differences', () => {
    const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(values, values, (x, y) => {
        const [xs, ys] = [countValues(x), countValues(y)];
        const all = x.flatMap((a) => y.map((b) => a - b)).sort((a, b) => a - b);
        all.forEach((difference, i) => {
          expect(kthDifference(xs, ys, i + 1)).toBe(difference);
        });
        expect(kthDifference(xs, ys, all.length + 1)).toBeNull();
        expect(hodgesLehmann(xs, ys)).toBe(((all[(all.length - 1) >> 1] ?? 0) + (all[all.length >> 1] ?? 0)) / 2);
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  it('does not list a billion pairs', () => {
    const many = countValues(Array.from({ length: 40_000 }, (_, i) => i));
    expect(hodgesLehmann(many, many)).toBe(0);
    expect(kthDifference(countValues([]), many, 1)).toBeNull();
  });
});
