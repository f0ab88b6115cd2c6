import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/domain/stats/seeded-random.ts';
import { segmentedRegression } from '../../../src/domain/stats/segmented-regression.ts';

const EVENTS = [8, 11, 7, 9, 12, 10, 8, 13, 9, 11, 6, 5, 7, 4, 6, 5, 8, 5];
const EXPOSURE = [90, 110, 80, 100, 120, 95, 85, 125, 100, 110, 90, 85, 100, 80, 95, 90, 120, 88];
const TIMES = [-13, -12, -11, -10, -9, -8, -7, -6, -5, -4, -3, -2, 0, 1, 2, 3, 4, 5];

describe('segmentedRegression', () => {
  it('is R’s quasi-Poisson with an offset, φ not below 1 and t quantiles', () => {
    const periods = TIMES.map((time, i) => ({ time, events: EVENTS[i] ?? 0, exposure: EXPOSURE[i] ?? 0 }));
    const found = segmentedRegression(periods, 0, null);
    // R 4.2.2: glm(y ~ a + t + I(a * t) + offset(log(n)), family = quasipoisson); errors divided by √dispersion < 1
    expect(Math.log(found.level.ratio ?? 0)).toBeCloseTo(-0.230835478551416, 8);
    expect(Math.log(found.trend.ratio ?? 0)).toBeCloseTo(-0.0190496600910978, 8);
    expect(Math.log(found.slope.ratio ?? 0)).toBeCloseTo(0.00749451757628518, 8);
    expect(found).toMatchObject({ phi: 1, df: 14, problem: null });
    const reach = Math.log((found.level.interval.upper ?? 0) / (found.level.ratio ?? 1));
    expect(reach).toBeCloseTo((2.1447866879178 * 0.15911019623427) / Math.sqrt(0.171223766294213), 6);
  });

  it('gives back the level and slope that made the data, seasons taken out', () => {
    const periods = Array.from({ length: 156 }, (_, i) => {
      const time = i - 104;
      const season = 0.3 * Math.sin((2 * Math.PI * time) / 52.1775);
      const effect = time >= 0 ? Math.log(0.6) - 0.01 * time : 0;
      return { time, exposure: 1000, events: 1000 * Math.exp(-2 + 0.002 * time + season + effect) };
    });
    const found = segmentedRegression(periods, 0, { length: 52.1775, pairs: 2 });
    expect(found.level.ratio).toBeCloseTo(0.6, 8);
    expect(found.slope.ratio).toBeCloseTo(Math.exp(-0.01), 8);
    expect(found.trend.ratio).toBeCloseTo(Math.exp(0.002), 8);
  });

  it('says nothing of a side without events', () => {
    const periods = Array.from({ length: 30 }, (_, i) => ({ time: i - 20, exposure: 10, events: i < 20 ? 3 : 0 }));
    const found = segmentedRegression(periods, 0, null);
    expect(found.level).toEqual({ ratio: null, interval: { lower: null, upper: null }, p: null });
    expect(found.problem).toBe('separated');
    expect(segmentedRegression([], 0, null).problem).toBe('no-data');
  });
});

describe('seededRandom', () => {
  it('repeats for a seed, differs between seeds, and is even', () => {
    const draw = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    expect(draw(2 ** 40 + 7)).not.toEqual(draw(7));
    const random = seededRandom(1);
    const bins = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < 10_000; i++) {
      const bin = Math.floor(random() * 10);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    const chiSquare = bins.reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0);
    expect(chiSquare).toBeLessThan(27.9);
  });
});
