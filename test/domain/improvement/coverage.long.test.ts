import { describe, expect, it } from 'vitest';
import { estimateRatio } from '../../../src/domain/improvement/estimate-ratio.ts';
import { rateRatioPower } from '../../../src/domain/stats/rate-ratio-power.ts';
import { seededRandom } from '../../../src/domain/stats/seeded-random.ts';
import { segmentedRegression } from '../../../src/domain/stats/segmented-regression.ts';
import { drawCount } from './draw-counts.ts';
import { expectDocumented, layOut, percent, RUNS } from './simulate-verdicts.ts';

interface Design {
  readonly weeks: number;
  readonly mean: number;
  readonly dispersion: number;
  readonly ratio: number;
  /** What the upper bound has to stay below; 1 when absent. */
  readonly limit?: number;
}

/** Layer 2 over and over: how often its interval holds the truth, and how often it stays below a limit. */
function run({ weeks, mean, dispersion, ratio, limit = 1 }: Design, seed: number) {
  const random = seededRandom(seed);
  const windows = { before: { from: 0, to: 7 * weeks }, after: { from: 7 * weeks, to: 14 * weeks } };
  let covered = 0;
  let below = 0;
  for (let i = 0; i < RUNS; i++) {
    const counts = Array.from({ length: 2 * weeks }, (_, week) => {
      return drawCount(random, week < weeks ? mean : mean * ratio, dispersion);
    });
    const { interval } = estimateRatio(layOut(random, counts).tally, windows, 'crude');
    const upper = interval.upper ?? Number.POSITIVE_INFINITY;
    if ((interval.lower ?? 0) <= ratio && ratio <= upper) covered++;
    if (upper < limit) below++;
  }
  return { coverage: percent(covered, RUNS), below: percent(below, RUNS) };
}

describe('layer 2: coverage of the 95 % interval', () => {
  const cases = [1, 2, 3].flatMap((dispersion) =>
    [6, 26, 52].map((weeks) => ({
      dispersion,
      weeks,
      name: `coverage, dispersion ${dispersion}, ${weeks} weeks a side`,
    })),
  );

  it.each(cases)('$name', ({ dispersion, weeks, name }) => {
    const found = [0.5, 2, 8].map((mean) => run({ weeks, mean, dispersion, ratio: 1 }, 100 + weeks).coverage);
    const changed = [2, 8].map((mean) => run({ weeks, mean, dispersion, ratio: 0.5 }, 200 + weeks).coverage);
    for (const coverage of [...found, ...changed]) expect(coverage).toBeGreaterThanOrEqual(94);
    if (weeks >= 26) for (const coverage of found.slice(1)) expect(coverage).toBeLessThanOrEqual(97);
    expectDocumented(name, [...found, ...changed], 0.15);
  });
});

describe('layer 2: power', () => {
  // The PASS manual's table (chapter 437), as pinned in statsmodels test_rates_poisson.py: rate₂ 2.2, exposure 2.5.
  it.each([
    [1.8, 29, 90.06],
    [1.9, 39, 90.65],
    [2.2, 115, 90.01],
    [2.4, 404, 90.06],
  ])('published: rate %d, %d units a side, against a ratio of 1.2', (rate, units, published) => {
    const mean = 2.2 * 2.5;
    const { below } = run({ weeks: units, mean, dispersion: 1, ratio: rate / 2.2, limit: 1.2 }, 300);
    expectDocumented(`power, rate ${rate} against 2.2, ${units} units`, [below, published], 0.15);
    // φ never below 1 and t quantiles cost up to three points where there are few periods to measure φ on.
    expect(published - below).toBeLessThanOrEqual(units > 100 ? 2 : 3);
    expect(below).toBeLessThanOrEqual(published + 0.5);
  });

  it.each([
    [0.3, 24],
    [0.5, 50],
    [0.6, 81],
    [0.7, 150],
    [0.8, 355],
  ])('planned for four in five: ratio %d from %d incidents before', (ratio, before) => {
    const weeks = 52;
    const { below } = run({ weeks, mean: before / weeks, dispersion: 1, ratio }, 300);
    const planned = rateRatioPower({
      rate1: before * ratio,
      rate2: before,
      units: 1,
      exposure: 1,
      nullRatio: 1,
      alpha: 0.05,
      alternative: 'two-sided',
    });
    expectDocumented(`power, ratio ${ratio}, ${before} before`, [below, percent(planned ?? 0, 1)], 0.15);
  });
});

describe('layer 4: interrupted time series', () => {
  it.each([1, 2, 3])('recovers a level of 0.6 and a slope of 0.99 at dispersion %d', (dispersion) => {
    const random = seededRandom(400);
    const levels: number[] = [];
    const slopes: number[] = [];
    let covered = 0;
    for (let i = 0; i < RUNS / 10; i++) {
      const periods = Array.from({ length: 104 }, (_, week) => {
        const time = week - 60;
        const exposure = 20 + (week % 5);
        const effect = time >= 0 ? 0.6 * 0.99 ** time : 1;
        return { time, exposure, events: drawCount(random, 0.3 * exposure * 1.003 ** time * effect, dispersion) };
      });
      const { level, slope } = segmentedRegression(periods, 0, { length: 52.1775, pairs: 1 });
      if (level.ratio === null || slope.ratio === null) continue;
      levels.push(Math.log(level.ratio));
      slopes.push(Math.log(slope.ratio));
      if ((level.interval.lower ?? 0) <= 0.6 && 0.6 <= (level.interval.upper ?? 9)) covered++;
    }
    const mean = (values: readonly number[]) => Math.exp(values.reduce((a, b) => a + b, 0) / values.length);
    expect(levels).toHaveLength(RUNS / 10);
    expect(mean(levels)).toBeCloseTo(0.6, 1);
    expect(mean(slopes)).toBeCloseTo(0.99, 2);
    expectDocumented(
      `series, dispersion ${dispersion}`,
      [mean(levels), mean(slopes), percent(covered, RUNS / 10)],
      0.15,
    );
  });
});
