import { describe, expect, it } from 'vitest';
import { chartRate } from '../../../src/domain/improvement/chart-rate.ts';

/** Merges and incidents of weeks that begin on a Monday (day 4), the incidents spread over the week. */
function weeks(incidents: readonly number[], merges: (week: number) => number = (w) => 20 + (w % 3) * 10) {
  const spread = (n: number, week: number) => Array.from({ length: n }, (_, i) => 4 + 7 * week + (7 * (i + 0.5)) / n);
  return {
    merges: incidents.flatMap((_, week) => spread(merges(week), week).map((day) => ({ day, changes: 1 }))),
    incidents: incidents.flatMap((n, week) => spread(n, week)),
  };
}

const STEADY = Array.from({ length: 30 }, (_, week) => 4 + (week % 3) + (week % 2));
const span = (n: number) => ({ from: 4, to: 4 + 7 * n });

describe('chartRate', () => {
  it('charts uneven weeks on a u chart, without a signal where nothing happened', () => {
    const chart = chartRate(weeks(STEADY), span(30), 4 + 7 * 30, 0);
    expect(chart).toMatchObject({ chart: 'u', baselinePeriods: 30, signals: [] });
    expect(chart.days).toHaveLength(30);
    expect(chart.center).toBeCloseTo(STEADY.reduce((a, b) => a + b) / 900, 12);
    expect(chart.drift?.firstSignal).toBeNull();
  });

  it('calls one point beyond three standard deviations', () => {
    const chart = chartRate(weeks([...STEADY, 30, 5]), span(32), 4 + 7 * 30, 0);
    expect(chart.signals).toEqual([{ day: 4 + 7 * 31, since: 4 + 7 * 30, rule: 'beyond-limits', direction: 'up' }]);
  });

  it('calls eight on one side, since the first of them', () => {
    const chart = chartRate(weeks([...STEADY, 8, 10, 12, 8, 10, 12, 8, 10, 12]), span(39), 4 + 7 * 30, 0);
    const run = chart.signals?.find(({ rule }) => rule === 'run-of-eight');
    expect(run).toEqual({ day: 4 + 7 * 38, since: 4 + 7 * 30, rule: 'run-of-eight', direction: 'up' });
  });

  it('calls at most one in 28 days', () => {
    const chart = chartRate(weeks([...STEADY, 30, 30, 30, 30, 30, 30]), span(36), 4 + 7 * 30, 0);
    const days = chart.signals?.map(({ day }) => day) ?? [];
    expect(days).toEqual([4 + 7 * 31, 4 + 7 * 35]);
  });

  it('charts even weeks on an XmR chart', () => {
    const chart = chartRate(
      weeks([...STEADY, 30], () => 25),
      span(31),
      4 + 7 * 30,
      0,
    );
    expect(chart.chart).toBe('xmr');
    expect(chart.signals).toHaveLength(1);
  });

  it('charts waits where incidents are rare: a cluster is a signal upwards', () => {
    const rare = Array.from({ length: 60 }, (_, week) => (week % 2 === 0 ? 1 : 0));
    const cluster = [...rare, 3, 3, 3, 3];
    const chart = chartRate(weeks(cluster), span(64), 4 + 7 * 60, 0);
    expect(chart).toMatchObject({ chart: 'days-between', drift: null });
    expect(chart.signals?.[0]).toMatchObject({ direction: 'up' });
    expect(chartRate(weeks(rare), span(60), 4 + 7 * 60, 0).signals).toEqual([]);
  });

  it('widens its limits to the spread that weeks show', () => {
    const wild = Array.from({ length: 40 }, (_, week) => (week % 2 === 0 ? 1 : 15));
    const chart = chartRate(weeks(wild), span(40), 4 + 7 * 40, 0);
    expect(chart.spread).toBeGreaterThan(2);
    expect(chart.signals?.filter(({ rule }) => rule === 'beyond-limits')).toEqual([]);
  });

  it('calls nothing from fewer than twenty weeks, and survives nothing at all', () => {
    expect(chartRate(weeks(STEADY.slice(0, 19)), span(19), 4 + 7 * 19, 0).signals).toBeNull();
    const none = { merges: [], incidents: [] };
    expect(chartRate(none, { from: 0, to: 0 }, 0, 0)).toMatchObject({ chart: 'none', signals: null });
    expect(chartRate(none, span(30), 4 + 7 * 30, 0)).toMatchObject({ chart: 'days-between', center: null, points: [] });
  });

  it('a week without merges sits on the centre', () => {
    const chart = chartRate(
      weeks(STEADY, (week) => (week === 3 ? 0 : 15 + (week % 2) * 20)),
      span(30),
      4 + 7 * 30,
      0,
    );
    const point = chart.points[3];
    expect(point?.value).toBe(chart.center);
    expect(point?.upper).toBe(chart.center);
  });
});
