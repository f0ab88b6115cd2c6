import { describe, expect, it } from 'vitest';
import { expectedCount } from '../../../src/domain/stats/empirical-bayes.ts';
import { gammaPoisson } from '../../../src/domain/stats/gamma-poisson.ts';

describe('expectedCount', () => {
  // Hauer et al., TRR 1784, 2002, examples 1 and 2
  it.each([
    [4.33602, 3.69, 12, 0.4598, 8.476],
    [13.00806, 3.69, 27, 0.221, 23.91],
  ])('expected %d, shape %d, observed %d', (expected, shape, observed, weight, estimate) => {
    const found = expectedCount(expected, shape, observed);
    expect(found.weight).toBeCloseTo(weight, 3);
    expect(found.estimate).toBeCloseTo(estimate, 2);
    expect(found.deviation).toBeCloseTo(Math.sqrt((1 - found.weight) * found.estimate), 12);
  });

  it('trusts the model alone when all places are alike, or nothing was expected', () => {
    expect(expectedCount(4, Number.POSITIVE_INFINITY, 9)).toEqual({ weight: 1, estimate: 4, deviation: 0 });
    expect(expectedCount(0, 2, 0)).toEqual({ weight: 1, estimate: 0, deviation: 0 });
  });
});

describe('gammaPoisson', () => {
  const COUNTS = [0, 3, 1, 7, 2, 12, 4, 0, 1, 5];
  const EXPOSURES = [10, 20, 15, 22, 18, 30, 25, 9, 14, 21];
  const places = COUNTS.map((events, i) => ({ events, exposure: EXPOSURES[i] ?? 0 }));

  it('maximises the negative binomial likelihood with unequal exposures', () => {
    // R 4.2.2: optim over −Σ dnbinom(x, α, β/(β + t), log = TRUE)
    const found = gammaPoisson(places);
    expect(found.alpha).toBeCloseTo(4.58039, 3);
    expect(found.beta).toBeCloseTo(26.1477, 2);
    expect(found.shrunken[5]).toBeCloseTo((12 + 4.5803977) / (30 + 26.1477), 5);
  });

  it('does not depend on the unit of exposure', () => {
    const found = gammaPoisson(places);
    const scaled = gammaPoisson(places.map(({ events, exposure }) => ({ events, exposure: exposure * 1000 })));
    expect(scaled.alpha).toBeCloseTo(found.alpha ?? 0, 8);
    expect((scaled.beta ?? 0) / 1000).toBeCloseTo(found.beta ?? 0, 6);
  });

  it('shrinks all the way to the mean when places differ no more than chance makes them', () => {
    const even = gammaPoisson([5, 5, 6, 4].map((events) => ({ events, exposure: 10 })));
    expect(even).toMatchObject({ alpha: null, beta: null, mean: 0.5, shrunken: [0.5, 0.5, 0.5, 0.5] });
  });

  it('answers nothing with nothing', () => {
    expect(gammaPoisson([])).toEqual({ alpha: null, beta: null, mean: null, shrunken: [] });
    expect(gammaPoisson([{ events: 0, exposure: 5 }])).toMatchObject({ mean: 0, shrunken: [0] });
    expect(gammaPoisson([{ events: 2, exposure: 0 }])).toMatchObject({ mean: null, shrunken: [null] });
  });
});
