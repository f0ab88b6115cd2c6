import { describe, expect, it } from 'vitest';
import { binomialLowerTail, binomialUpperTail } from '../../../src/domain/stats/binomial-distribution.ts';
import { findRoot } from '../../../src/domain/stats/find-root.ts';
import { normalQuantile } from '../../../src/domain/stats/normal-distribution.ts';
import { logRising, logRisingCurvature, logRisingSlope } from '../../../src/domain/stats/rising-factorial.ts';
import { binomialDensity, poissonDensity } from '../../../src/domain/stats/saddle-point.ts';
import { tQuantile, tTwoSidedP } from '../../../src/domain/stats/t-distribution.ts';

describe('binomial', () => {
  // R 4.2.2: pbinom, dbinom
  it('has tails and density of small and huge counts', () => {
    expect(binomialLowerTail(30, { n: 100, p: 0.4, q: 0.6 })).toBeCloseTo(0.024782823116493, 14);
    expect(binomialUpperTail(30, { n: 100, p: 0.4, q: 0.6 })).toBeCloseTo(0.985224681769269, 14);
    expect(binomialDensity(5, 2_000_000, 2e-6, 1 - 2e-6)).toBeCloseTo(0.156293608144205, 12);
    expect(binomialDensity(999_000, 2_000_000, 0.5, 0.5)).toBeCloseTo(0.00020755379195067, 15);
    expect(binomialDensity(3, 10, 0.3, 0.7)).toBeCloseTo(0.266827932, 14);
  });

  it('is certain at its ends', () => {
    expect(binomialLowerTail(-1, { n: 3, p: 0.5, q: 0.5 })).toBe(0);
    expect(binomialLowerTail(3, { n: 3, p: 0.5, q: 0.5 })).toBe(1);
    expect(binomialLowerTail(1, { n: 3, p: 0, q: 1 })).toBe(1);
    expect(binomialLowerTail(1, { n: 3, p: 1, q: 0 })).toBe(0);
    expect([binomialDensity(0, 3, 0, 1), binomialDensity(1, 3, 0, 1)]).toEqual([1, 0]);
    expect([binomialDensity(3, 3, 1, 0), binomialDensity(1, 3, 1, 0)]).toEqual([1, 0]);
    expect(binomialDensity(0, 4, 0.9, 0.1)).toBeCloseTo(1e-4, 15);
    expect(binomialDensity(4, 4, 0.9, 0.1)).toBeCloseTo(0.6561, 14);
    expect(binomialDensity(4, 4, 0.1, 0.9)).toBeCloseTo(1e-4, 15);
  });
});

describe('poissonDensity', () => {
  it('sums to one', () => {
    let sum = 0;
    for (let x = 0; x < 200; x++) sum += poissonDensity(x, 60);
    expect(sum).toBeCloseTo(1, 12);
    expect([poissonDensity(0, 0), poissonDensity(2, 0)]).toEqual([1, 0]);
  });
});

describe('t and normal', () => {
  // R 4.2.2: qt(.975, 10), 2 * pt(-2.5, 7)
  it('have the familiar values', () => {
    expect(tQuantile(0.975, 10)).toBeCloseTo(2.22813885198627, 12);
    expect(tTwoSidedP(2.5, 7)).toBeCloseTo(0.0409923, 6);
    expect(normalQuantile(0.975)).toBeCloseTo(1.95996398454005, 12);
  });

  it('meet at endless degrees of freedom', () => {
    expect(tQuantile(0.975, 1e9)).toBe(normalQuantile(0.975));
    expect(tTwoSidedP(1.959963984540054, 1e9)).toBeCloseTo(0.05, 12);
  });
});

describe('findRoot', () => {
  it.each([
    ['a cube', (x: number) => x ** 3 - 2, 0, 2, Math.cbrt(2)],
    ['a flat start', (x: number) => x ** 9, -1, 4, 0],
    ['an exponential', (x: number) => Math.exp(x) - 1e6, 0, 100, Math.log(1e6)],
    ['a root at the lower end', (x: number) => x, 0, 1, 0],
    ['a root at the upper end', (x: number) => x - 1, 0, 1, 1],
  ])('finds %s', (_, f, low, high, root) => {
    expect(findRoot(f, low, high)).toBeCloseTo(root, 1);
    expect(Math.abs(f(findRoot(f, low, high)))).toBeLessThan(1e-9 * Math.max(1, Math.abs(f(high))));
  });

  it('returns the nearer end when nothing changes sign', () => {
    expect(findRoot((x) => x + 1, 0, 1)).toBe(0);
    expect(findRoot((x) => x - 3, 0, 1)).toBe(1);
  });
});

describe('rising factorial', () => {
  it('is the same by sum and by special functions', () => {
    for (const f of [logRising, logRisingSlope, logRisingCurvature]) {
      const below = f(3.7, 2000);
      const above = f(3.7, 2001);
      expect(above - below).toBeCloseTo(f(2003.7, 1), 8);
    }
    expect(logRising(1, 5)).toBeCloseTo(Math.log(120), 12);
    expect(logRising(2, 0)).toBe(0);
  });
});
