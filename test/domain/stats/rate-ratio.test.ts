import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateRatio } from '../../../src/domain/stats/rate-ratio.ts';

function compare(x1: number, t1: number, x2: number, t2: number) {
  return rateRatio({ events: x1, exposure: t1 }, { events: x2, exposure: t2 });
}

describe('rateRatio', () => {
  it('keeps the central p (.0501) apart from the minlike p (.0331)', () => {
    // R package rateratio.test 1.1, help page; Fay, R Journal 2(1), 2010
    const found = compare(2, 17877, 9, 16660);
    expect(found.ratio).toBeCloseTo(0.207094155743258, 12);
    expect(found.central.lower).toBeCloseTo(0.0217740627590647, 12);
    expect(found.central.upper).toBeCloseTo(1.00054910448772, 12);
    expect(found.pCentral).toBeCloseTo(0.0501064956141089, 12);
    expect(found.pMinlike).toBeCloseTo(0.0330942032059148, 12);
  });

  it('agrees with the mid-p interval of the field', () => {
    // exactci::poisson.exact, as pinned in statsmodels results_rates.py
    const found = compare(60, 51477.5, 30, 54308.7);
    expect(found.midP.lower).toBeCloseTo(1.36810365518865, 6);
    expect(found.midP.upper).toBeCloseTo(3.30729672201092, 6);
    expect(found.pMidP).toBeCloseTo(0.000620264883965717, 9);
    expect(found.pMinlike).toBeCloseTo(0.000675182658686321, 9);
  });

  // R 4.2.2: poisson.test(c(x1, x2), c(t1, t2))$p.value
  it.each([
    [11, 800, 23, 3011, 0.136634447064282],
    [5, 1, 5, 1, 1],
    [0, 1, 6, 1, 0.03125],
    [400_000, 1, 401_000, 1, 0.264328589816049],
  ])('minlike p of %d/%d against %d/%d', (x1, t1, x2, t2, p) => {
    expect(compare(x1, t1, x2, t2).pMinlike).toBeCloseTo(p, 8);
  });

  it('gives one-sided intervals for zero counts, never "no risk"', () => {
    const none = compare(0, 100, 8, 100);
    expect(none.ratio).toBe(0);
    expect(none.central.lower).toBe(0);
    expect(none.central.upper).toBeCloseTo(0.585833175137243, 10);
    const infinite = compare(8, 100, 0, 100);
    expect(infinite.ratio).toBeNull();
    expect(infinite.central.upper).toBeNull();
    expect(infinite.midP.upper).toBeNull();
    expect(infinite.central.lower).toBeCloseTo(1 / (none.central.upper ?? 0), 10);
  });

  it.each([
    [0, 10, 0, 10, 'no-events'],
    [0, 0, 3, 10, 'no-exposure'],
    [3, 10, 0, 0, 'no-exposure'],
    [3, Number.NaN, 0, 1, 'no-exposure'],
  ] as const)('says why %d/%d against %d/%d has no answer', (x1, t1, x2, t2, problem) => {
    const found = compare(x1, t1, x2, t2);
    expect(found).toMatchObject({ ratio: null, pCentral: 1, pMidP: 1, problem, central: { lower: 0, upper: null } });
  });

  it('is a mirror: swapping the two inverts ratio and interval and keeps p', () => {
    const count = fc.integer({ min: 1, max: 5000 });
    const exposure = fc.double({ min: 0.1, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(count, exposure, count, exposure, (x1, t1, x2, t2) => {
        const one = compare(x1, t1, x2, t2);
        const other = compare(x2, t2, x1, t1);
        expect((one.ratio ?? 0) * (other.ratio ?? 0)).toBeCloseTo(1, 9);
        expect((one.central.lower ?? 0) * (other.central.upper ?? 0)).toBeCloseTo(1, 7);
        expect((one.midP.lower ?? 0) * (other.midP.upper ?? 0)).toBeCloseTo(1, 7);
        expect(one.pCentral).toBeCloseTo(other.pCentral, 9);
        expect(one.midP.lower).toBeGreaterThan(one.central.lower ?? 0);
        expect(one.midP.upper).toBeLessThan(one.central.upper ?? 0);
      }),
      { seed: 7, numRuns: 100 },
    );
  });

  it('excludes ratio 1 exactly when the p of the same family is below 5 %', () => {
    const count = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(count, count, fc.double({ min: 0.3, max: 3, noNaN: true }), (x1, x2, t2) => {
        const { central, midP, pCentral, pMidP } = compare(x1, 1, x2, t2);
        const excludes = (i: typeof central) => (i.lower ?? 0) > 1 || (i.upper ?? Number.POSITIVE_INFINITY) < 1;
        if (Math.abs(pCentral - 0.05) > 1e-6) expect(excludes(central)).toBe(pCentral < 0.05);
        if (Math.abs(pMidP - 0.05) > 1e-6) expect(excludes(midP)).toBe(pMidP < 0.05);
      }),
      { seed: 8, numRuns: 200 },
    );
  });
});
