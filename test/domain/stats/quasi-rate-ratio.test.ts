import { describe, expect, it } from 'vitest';
import { poolImputations } from '../../../src/domain/stats/pool-imputations.ts';
import { dispersionOf, logRatio, quasiRateRatio } from '../../../src/domain/stats/quasi-rate-ratio.ts';
import { rateRatioPower } from '../../../src/domain/stats/rate-ratio-power.ts';
import {
  eventsNeededBefore,
  exposureRatioNeeded,
  smallestDetectableRatio,
} from '../../../src/domain/stats/smallest-detectable-ratio.ts';
import { tQuantile } from '../../../src/domain/stats/t-distribution.ts';

describe('dispersionOf', () => {
  it('is Pearson χ² over df', () => {
    const periods = [4, 16, 4, 16].map((events) => ({ events, expected: 10 }));
    expect(dispersionOf(periods, 2)).toEqual({ phi: 7.2, df: 2 });
  });

  it('never narrows, and skips periods in which nothing could happen', () => {
    expect(
      dispersionOf(
        [10, 10, 10].map((events) => ({ events, expected: 10 })),
        2,
      ),
    ).toEqual({ phi: 1, df: 1 });
    expect(dispersionOf([{ events: 0, expected: 0 }], 2)).toEqual({ phi: 1, df: 0 });
  });
});

describe('quasiRateRatio', () => {
  it('is the log ratio ± t √(φ(1/x₁ + 1/x₂))', () => {
    const found = quasiRateRatio({ events: 20, exposure: 100 }, { events: 40, exposure: 100 }, { phi: 2, df: 10 });
    const reach = tQuantile(0.975, 10) * Math.sqrt(2 * (1 / 20 + 1 / 40));
    expect(found.ratio).toBe(0.5);
    expect(found.interval.lower).toBeCloseTo(0.5 * Math.exp(-reach), 12);
    expect(found.interval.upper).toBeCloseTo(0.5 * Math.exp(reach), 12);
    expect((found.p ?? 0) < 0.05).toBe((found.interval.upper ?? 0) < 1);
  });

  it('gives a one-sided interval for a zero count, wider with dispersion', () => {
    const narrow = quasiRateRatio({ events: 0, exposure: 10 }, { events: 12, exposure: 10 }, { phi: 1, df: 8 });
    const wide = quasiRateRatio({ events: 0, exposure: 10 }, { events: 12, exposure: 10 }, { phi: 3, df: 8 });
    expect(narrow).toMatchObject({ ratio: 0, error: null, p: null, interval: { lower: 0 } });
    expect(wide.interval.upper).toBeGreaterThan(narrow.interval.upper ?? 0);
    const up = quasiRateRatio({ events: 12, exposure: 10 }, { events: 0, exposure: 10 }, { phi: 1, df: 8 });
    expect(up).toMatchObject({ ratio: null, interval: { upper: null } });
    expect((up.interval.lower ?? 0) * (narrow.interval.upper ?? 0)).toBeCloseTo(1, 10);
  });

  it.each([
    [0, 10, 0, 10, 5],
    [3, 0, 4, 10, 5],
    [0, 10, 3, 10, 0],
  ])('excludes nothing for %d/%d against %d/%d at %d df', (x1, t1, x2, t2, df) => {
    const found = quasiRateRatio({ events: x1, exposure: t1 }, { events: x2, exposure: t2 }, { phi: 1, df });
    expect(found.interval).toEqual({ lower: 0, upper: null });
  });

  it('excludes nothing without degrees of freedom', () => {
    expect(logRatio(0.1, 0.2, 0).interval).toEqual({ lower: 0, upper: null });
    expect(logRatio(Number.NaN, 0.2, 9).ratio).toBeNull();
  });
});

describe('smallestDetectableRatio', () => {
  it('is found with 80 % power', () => {
    const ratio = smallestDetectableRatio({ eventsBefore: 60, exposureRatio: 1, dispersion: 1, df: 1e9 }) ?? 1;
    const power = rateRatioPower({
      rate1: 60 * ratio,
      rate2: 60,
      units: 1,
      exposure: 1,
      nullRatio: 1,
      alpha: 0.05,
      alternative: 'two-sided',
    });
    expect(power).toBeCloseTo(0.8, 3);
  });

  it('moves towards 1 with more events and away with dispersion, few df or a control', () => {
    const base = { eventsBefore: 100, exposureRatio: 1, dispersion: 1, df: 50 };
    const ratio = smallestDetectableRatio(base) ?? 0;
    expect(smallestDetectableRatio({ ...base, eventsBefore: 400 })).toBeGreaterThan(ratio);
    for (const harder of [{ dispersion: 2 }, { df: 3 }, { extraVariance: 0.05 }, { power: 0.95 }]) {
      expect(smallestDetectableRatio({ ...base, ...harder })).toBeLessThan(ratio);
    }
  });

  it.each([
    [{ eventsBefore: 3, exposureRatio: 1, dispersion: 1, df: 4 }],
    [{ eventsBefore: 0, exposureRatio: 1, dispersion: 1, df: 4 }],
    [{ eventsBefore: 50, exposureRatio: 1, dispersion: 1, df: 0 }],
    [{ eventsBefore: 50, exposureRatio: 0, dispersion: 1, df: 9 }],
  ])('has none for %j', (design) => {
    expect(smallestDetectableRatio(design)).toBeNull();
  });
});

describe('what is needed', () => {
  it('the exposure after makes the ratio just detectable', () => {
    const design = { eventsBefore: 90, dispersion: 1.4, df: 1e9 };
    const needed = exposureRatioNeeded(0.6, design) ?? 0;
    expect(smallestDetectableRatio({ ...design, exposureRatio: needed })).toBeCloseTo(0.6, 6);
    expect(exposureRatioNeeded(0.9, design)).toBeNull();
  });

  it('events before grow as the effect shrinks, in proportion to the dispersion', () => {
    expect(eventsNeededBefore(0.5)).toBe(50);
    expect(eventsNeededBefore(0.8)).toBe(355);
    expect(eventsNeededBefore(0.5, 2)).toBe(99);
  });
});

describe('poolImputations', () => {
  it('adds the variance between to the variance within', () => {
    const found = poolImputations(
      [
        { log: -0.6, error: 0.2 },
        { log: -0.4, error: 0.2 },
        { log: -0.5, error: 0.2 },
      ],
      40,
    );
    expect(found.ratio).toBeCloseTo(Math.exp(-0.5), 12);
    expect(found.error).toBeCloseTo(Math.sqrt(0.04 + (4 / 3) * 0.01), 12);
  });

  it('keeps the degrees of freedom of the complete data at most, and pools nothing into nothing', () => {
    const same = poolImputations(
      [
        { log: -0.5, error: 0.2 },
        { log: -0.5, error: 0.2 },
      ],
      12,
    );
    const reach = Math.log((same.interval.upper ?? 0) / (same.ratio ?? 1)) / 0.2;
    expect(reach).toBeCloseTo(tQuantile(0.975, (13 / 15) * 12), 8);
    expect(poolImputations([], 12).ratio).toBeNull();
    expect(poolImputations([{ log: 0, error: 0.1 }], 0).ratio).toBeNull();
    expect(poolImputations([{ log: 0, error: 0.1 }], 9).ratio).toBe(1);
  });
});
