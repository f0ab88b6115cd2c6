import { describe, expect, it } from 'vitest';
import { poissonRate } from '../../../src/domain/stats/poisson-rate.ts';
import { proportion } from '../../../src/domain/stats/proportion.ts';

describe('poissonRate', () => {
  // F. Garwood, Biometrika 28:437, 1936; R poisson.test
  it.each([
    [0, 0, 3.68887945411394],
    [1, 0.0253178079842899, 5.5716433908889],
    [5, 1.62348639011842, 11.6683320793227],
    [100, 81.3639912509232, 121.626793792426],
    [1_000_000, 998040.983340294, 1001961.91194543],
  ])('%d events', (events, lower, upper) => {
    const { interval } = poissonRate({ events, exposure: 1 });
    expect(interval.lower).toBeCloseTo(lower, 3);
    expect(interval.upper).toBeCloseTo(upper, 3);
  });

  it('scales with exposure, and says nothing without any', () => {
    expect(poissonRate({ events: 0, exposure: 100 }).interval.upper).toBeCloseTo(0.0368887945411394, 12);
    expect(poissonRate({ events: 0, exposure: 0 })).toEqual({ rate: null, interval: { lower: 0, upper: null } });
  });
});

describe('proportion', () => {
  // Newcombe, Statistics in Medicine 17:857, 1998, Table I
  it.each([
    [81, 263, 0.2553, 0.3662, 0.2527, 0.3676],
    [15, 148, 0.0624, 0.1605, 0.0578, 0.1617],
    [0, 20, 0, 0.1611, 0, 0.1684],
    [1, 29, 0.0061, 0.1718, 0.0009, 0.1776],
  ])('%d of %d', (k, n, wilsonLower, wilsonUpper, exactLower, exactUpper) => {
    const { wilson, clopperPearson } = proportion(k, n);
    expect(wilson.lower).toBeCloseTo(wilsonLower, 4);
    expect(wilson.upper).toBeCloseTo(wilsonUpper, 4);
    expect(clopperPearson.lower).toBeCloseTo(exactLower, 4);
    expect(clopperPearson.upper).toBeCloseTo(exactUpper, 4);
  });

  it('is [0, 1] of nothing, and mirrors successes and failures', () => {
    expect(proportion(0, 0)).toMatchObject({ share: null, wilson: { lower: 0, upper: 1 } });
    const all = proportion(20, 20);
    expect(all.wilson).toEqual({ lower: 1 - (proportion(0, 20).wilson.upper ?? 0), upper: 1 });
  });
});
