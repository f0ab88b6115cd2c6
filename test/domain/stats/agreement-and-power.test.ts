import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../../src/domain/stats/benjamini-hochberg.ts';
import { cohenKappa } from '../../../src/domain/stats/cohen-kappa.ts';
import { rateRatioPower } from '../../../src/domain/stats/rate-ratio-power.ts';
import { ratioOfRatios } from '../../../src/domain/stats/ratio-of-ratios.ts';

describe('benjaminiHochberg', () => {
  it('agrees with the example of 1995, section 4.1', () => {
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ];
    const adjusted = benjaminiHochberg(p);
    expect(adjusted[0]).toBeCloseTo(0.0015, 12);
    expect(adjusted[5]).toBeCloseTo(0.0638571428571429, 12);
    expect(adjusted.filter((value) => (value ?? 1) < 0.05)).toHaveLength(4);
  });

  it('does not count what is missing, in any order', () => {
    expect(benjaminiHochberg([0.04, null, 0.01])).toEqual([0.04, null, 0.02]);
    expect(benjaminiHochberg([])).toEqual([]);
  });
});

describe('cohenKappa', () => {
  it('takes chance out of the agreement', () => {
    const found = cohenKappa([
      [20, 5],
      [10, 15],
    ]);
    expect(found.observed).toBeCloseTo(0.7, 12);
    expect(found.expected).toBeCloseTo(0.5, 12);
    expect(found.kappa).toBeCloseTo(0.4, 12);
  });

  it('is not defined without cases or with one class only', () => {
    expect(cohenKappa([])).toEqual({ observed: null, expected: null, kappa: null });
    expect(cohenKappa([[7]])).toEqual({ observed: 1, expected: 1, kappa: null });
  });
});

describe('ratioOfRatios', () => {
  it('agrees with Altman and Bland, BMJ 326:219, 2003', () => {
    const found = ratioOfRatios(
      { ratio: 0.67, interval: { lower: 0.46, upper: 0.98 } },
      { ratio: 0.88, interval: { lower: 0.71, upper: 1.08 } },
    );
    expect(found.ratio).toBeCloseTo(0.76, 2);
    expect(found.interval.lower).toBeCloseTo(0.49, 2);
    expect(found.interval.upper).toBeCloseTo(1.17, 2);
    expect(found.z).toBeCloseTo(-1.24, 2);
    expect(found.p).toBeCloseTo(0.2165, 2);
  });

  it.each([
    [0, 0, 1],
    [1, 0, 2],
    [1, 1, null],
  ])('says nothing of ratio %d with interval %d–%d', (ratio, lower, upper) => {
    const sound = { ratio: 1, interval: { lower: 0.5, upper: 2 } };
    expect(ratioOfRatios(sound, { ratio, interval: { lower, upper } })).toMatchObject({
      ratio: null,
      z: null,
      p: null,
    });
  });

  it('has no test when nothing is uncertain', () => {
    const sure = { ratio: 2, interval: { lower: 2, upper: 2 } };
    expect(ratioOfRatios(sure, sure)).toMatchObject({ ratio: 1, z: null, p: null });
  });
});

describe('rateRatioPower', () => {
  const BASE = { rate2: 2.2, exposure: 2.5, nullRatio: 1.2, alpha: 0.025, alternative: 'smaller' } as const;

  // PASS documentation, as pinned in statsmodels test_rates_poisson.py
  it.each([
    [1.8, 29, 0.90056],
    [1.9, 39, 0.90649],
    [2.2, 115, 0.90014],
    [2.4, 404, 0.90064],
  ])('rate %d, %d units', (rate1, units, power) => {
    expect(rateRatioPower({ ...BASE, rate1, units })).toBeCloseTo(power, 5);
  });

  it('two-sided adds both tails; larger mirrors smaller', () => {
    const design = { ...BASE, rate1: 1, rate2: 2, nullRatio: 1, units: 20, alpha: 0.05 };
    const smaller = rateRatioPower({ ...design, alpha: 0.025 }) ?? 0;
    const larger = rateRatioPower({ ...design, alpha: 0.025, alternative: 'larger' }) ?? 0;
    expect(rateRatioPower({ ...design, alternative: 'two-sided' })).toBeCloseTo(smaller + larger, 12);
    expect(rateRatioPower({ ...design, rate1: 2, rate2: 1, alpha: 0.025, alternative: 'larger' })).toBeCloseTo(
      smaller,
      12,
    );
    expect(rateRatioPower({ ...design, rate1: 1.5, rate2: 1.5, alternative: 'two-sided' })).toBeCloseTo(0.05, 10);
  });

  it('dispersion costs as many units', () => {
    const design = { ...BASE, rate1: 1.5, units: 30 };
    expect(rateRatioPower({ ...design, units: 90, dispersion: 3 })).toBeCloseTo(rateRatioPower(design) ?? 0, 12);
  });

  it('has no answer for impossible rates', () => {
    expect(rateRatioPower({ ...BASE, rate1: 0, units: 30 })).toBeNull();
    expect(rateRatioPower({ ...BASE, rate1: 1, units: 0 })).toBeNull();
  });
});
