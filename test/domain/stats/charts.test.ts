import { describe, expect, it } from 'vitest';
import { cChart } from '../../../src/domain/stats/c-chart.ts';
import { cusum } from '../../../src/domain/stats/cusum.ts';
import { daysBetween } from '../../../src/domain/stats/days-between.ts';
import { gChart } from '../../../src/domain/stats/g-chart.ts';
import { pChart } from '../../../src/domain/stats/p-chart.ts';
import { uChart } from '../../../src/domain/stats/u-chart.ts';
import { xmrChart } from '../../../src/domain/stats/xmr-chart.ts';

describe('xmrChart', () => {
  it('agrees with NIST e-Handbook 6.3.2.2', () => {
    const chart = xmrChart([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]);
    expect(chart.center).toBeCloseTo(50.81, 10);
    expect(chart.movingRange).toBeCloseTo(1.8778, 4);
    expect(chart.points[0]?.upper).toBeCloseTo(55.8041, 3);
    expect(chart.points[0]?.lower).toBeCloseTo(45.8159, 3);
    expect(chart.movingRangeUpper).toBeCloseTo(6.1347, 3);
    expect(chart.signals).toEqual([]);
  });

  it('answers none and one', () => {
    expect(xmrChart([])).toMatchObject({ center: null, points: [], movingRange: null });
    expect(xmrChart([3])).toMatchObject({ center: 3, signals: [], movingRange: null, movingRangeUpper: null });
  });
});

describe('cChart', () => {
  it('agrees with NIST e-Handbook 6.3.3.1', () => {
    const chart = cChart([
      16, 14, 28, 16, 12, 20, 10, 12, 10, 17, 19, 17, 14, 16, 15, 13, 14, 16, 11, 20, 11, 19, 16, 31, 13,
    ]);
    expect(chart.center).toBe(16);
    expect(chart.points[0]).toMatchObject({ lower: 4, upper: 28 });
    expect(chart.signals).toEqual([23]);
  });

  it('never goes below zero, and answers none', () => {
    expect(cChart([1, 0, 2]).points[0]?.lower).toBe(0);
    expect(cChart([]).center).toBeNull();
  });
});

describe('uChart', () => {
  it('agrees with Montgomery, table 6.11 (qcc::dyedcloth)', () => {
    const defects = [14, 12, 20, 11, 7, 10, 21, 16, 19, 23];
    const size = [10, 8, 13, 10, 9.5, 10, 12, 10.5, 12, 12.5];
    const chart = uChart(defects.map((events, i) => ({ events, exposure: size[i] ?? 0 })));
    expect(chart.center).toBeCloseTo(1.42325581395349, 12);
    expect(chart.points[0]?.upper).toBeCloseTo(2.55503769778, 10);
    expect(chart.points[9]?.lower).toBeCloseTo(0.410959322778, 10);
  });

  it('a week without merges has no rate and cannot signal', () => {
    const chart = uChart([
      { events: 1, exposure: 10 },
      { events: 0, exposure: 0 },
    ]);
    expect(chart.points[1]).toEqual({ value: 0.1, lower: 0.1, upper: 0.1 });
    expect(chart.signals).toEqual([]);
    expect(uChart([{ events: 2, exposure: 0 }])).toEqual({ center: null, points: [], signals: [] });
  });
});

describe('pChart', () => {
  it('has limits of its own for each size, within [0, 1]', () => {
    const chart = pChart([
      { k: 1, n: 4 },
      { k: 99, n: 100 },
      { k: 0, n: 0 },
    ]);
    expect(chart.center).toBeCloseTo(100 / 104, 12);
    expect(chart.points[0]).toMatchObject({ value: 0.25, upper: 1 });
    expect(chart.points[1]?.lower).toBeCloseTo(100 / 104 - 3 * Math.sqrt(((100 / 104) * (4 / 104)) / 100), 12);
    expect(chart.signals).toEqual([0]);
    expect(pChart([]).center).toBeNull();
  });
});

describe('cusum', () => {
  it('agrees with NIST e-Handbook 6.3.2.3', () => {
    const x = [
      324.925, 324.675, 324.725, 324.35, 325.35, 325.225, 324.125, 324.525, 325.225, 324.6, 324.625, 325.15, 328.325,
      327.25, 327.825, 328.5, 326.675, 327.775, 326.875, 328.35,
    ];
    const found = cusum(x, { target: 325, k: 0.3175, h: 4.1959 });
    expect(found.firstSignal).toBe(13);
    expect(found.high.at(-1)).toBeCloseTo(19.035, 9);
    expect(found.low[7]).toBeCloseTo(0.715, 9);
    expect(cusum([], { target: 1, k: 1, h: 1 }).firstSignal).toBeNull();
  });
});

describe('rare events', () => {
  it('days between: a long quiet stands out, a steady beat does not', () => {
    const beat = [0, 9, 21, 30, 43, 52, 60, 72, 80, 91, 100, 112];
    expect(daysBetween(beat).signals).toEqual([]);
    expect(daysBetween([...beat, 1000]).signals).toEqual([11]);
    expect(daysBetween([5]).center).toBeNull();
    expect(daysBetween([5, 9])).toMatchObject({ signals: [] });
  });

  it('pull requests between: limits are the geometric distribution’s', () => {
    const chart = gChart([10, 14, 2, 30, 9, 19, 300]);
    const p = 1 / (1 + (chart.center ?? 0));
    const upper = chart.points[0]?.upper ?? 0;
    expect((1 - p) ** (upper + 1)).toBeLessThanOrEqual(0.00135);
    expect((1 - p) ** upper).toBeGreaterThan(0.00135);
    expect(chart.points[0]?.lower).toBe(0);
    expect(gChart([10, 12, 14, 9, 11, 8, 13, 9, 10, 12, 11, 300]).signals).toEqual([11]);
    expect(gChart([0, 0])).toMatchObject({ center: 0, signals: [] });
    expect(gChart([]).center).toBeNull();
  });
});
