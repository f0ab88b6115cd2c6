import { describe, expect, it } from 'vitest';
import { chooseEstimator } from '../../../src/domain/improvement/choose-estimator.ts';
import { estimateRatio } from '../../../src/domain/improvement/estimate-ratio.ts';
import { countArea } from '../../../src/domain/improvement/tally-days.ts';
import type { RiskLevel } from '../../../src/domain/risk/risk-level.ts';
import { mantelHaenszelRate } from '../../../src/domain/stats/mantel-haenszel-rate.ts';
import { change } from './generate-history.ts';
import { tallyWeighted, type Weighted } from './tally-weighted.ts';

const WINDOWS = { before: { from: 0, to: 140 }, after: { from: 140, to: 280 } };

interface Cell {
  readonly risk: RiskLevel;
  readonly control?: boolean;
  /** Changes a day, and events over the whole window, before and after. */
  readonly changes: readonly [number, number];
  readonly events: readonly [number, number];
}

function tally(cells: readonly Cell[]) {
  const weighted: Weighted[] = cells.flatMap(({ risk, control, changes, events }) =>
    [0, 1].flatMap((side): Weighted[] => {
      const n = Math.round((changes[side] ?? 0) * 140);
      const each = events[side] ?? 0;
      return Array.from({ length: n }, (_, i) => ({
        day: side * 140 + ((i + 0.5) * 140) / n,
        traits: change('any', 0, { risk, controlFor: control ? ['it'] : [] }),
        exposure: 1,
        events: Math.floor(((i + 1) * each) / n) - Math.floor((i * each) / n),
      }));
    }),
  );
  return tallyWeighted(weighted, 'it', { from: 0, to: 280 });
}

describe('estimateRatio', () => {
  it('crude: the rate after over the rate before', () => {
    const found = estimateRatio(tally([{ risk: 'low', changes: [10, 5], events: [60, 15] }]), WINDOWS, 'crude');
    expect(found.subject).toEqual({ before: { events: 60, exposure: 1400 }, after: { events: 15, exposure: 700 } });
    expect(found.ratio).toBeCloseTo(0.5, 12);
    expect(found.error).toBeCloseTo(Math.sqrt(found.dispersion.phi * (1 / 60 + 1 / 15)), 12);
    expect(found.dispersion.df).toBe(found.periods.before + found.periods.after - 2);
  });

  it('strata: a shift towards harmless changes is no improvement', () => {
    const shifted = tally([
      { risk: 'low', changes: [2, 18], events: [6, 54] },
      { risk: 'high', changes: [18, 2], events: [162, 18] },
    ]);
    expect(estimateRatio(shifted, WINDOWS, 'crude').ratio).toBeCloseTo(72 / 168, 12);
    const adjusted = estimateRatio(shifted, WINDOWS, 'mantel-haenszel');
    expect(adjusted.ratio).toBeCloseTo(1, 12);
    expect(adjusted.strata.map(({ stratum, ratio }) => [stratum, ratio])).toEqual([
      ['high × s', 1],
      ['low × s', 1],
    ]);
    const plain = mantelHaenszelRate(adjusted.strata.map(({ before, after }) => ({ first: after, second: before })));
    expect(adjusted.error).toBeCloseTo((plain.logError ?? 0) * Math.sqrt(adjusted.dispersion.phi), 12);
  });

  it('strata that disagree are not forced into one number', () => {
    const found = estimateRatio(
      tally([
        { risk: 'low', changes: [10, 10], events: [100, 20] },
        { risk: 'high', changes: [10, 10], events: [20, 100] },
      ]),
      WINDOWS,
      'mantel-haenszel',
    );
    expect(found).toMatchObject({ ratio: null, problem: 'strata-disagree', interval: { lower: 0, upper: null } });
    expect(found.strata.map(({ ratio }) => ratio)).toEqual([5, 0.2]);
  });

  it('control: what happened to everybody is taken out', () => {
    const found = estimateRatio(
      tally([
        { risk: 'low', changes: [10, 10], events: [80, 40] },
        { risk: 'low', control: true, changes: [10, 10], events: [60, 30] },
      ]),
      WINDOWS,
      'ratio-of-ratios',
    );
    expect(found.ratio).toBeCloseTo(1, 12);
    expect(found.error).toBeGreaterThan(Math.sqrt(1 / 80 + 1 / 40 + 1 / 60 + 1 / 30) - 1e-9);
    expect(found.control?.after).toEqual({ events: 30, exposure: 1400 });
  });

  it.each([
    ['no events', [{ risk: 'low', changes: [5, 5], events: [0, 0] }], 'crude', 'no-events'],
    ['no changes after', [{ risk: 'low', changes: [5, 0], events: [9, 0] }], 'crude', 'no-exposure'],
    ['no changes at all', [], 'mantel-haenszel', 'no-exposure'],
    [
      'a control area with no changes',
      [{ risk: 'low', changes: [5, 5], events: [9, 9] }],
      'ratio-of-ratios',
      'no-control',
    ],
  ] as const)('%s: excludes nothing and says why', (_, cells, estimator, problem) => {
    const found = estimateRatio(tally(cells), WINDOWS, estimator);
    expect(found).toMatchObject({ ratio: null, p: null, problem, interval: { lower: 0, upper: null } });
  });

  it('all events on one side: a bound, not "no risk"', () => {
    for (const estimator of ['crude', 'mantel-haenszel'] as const) {
      const found = estimateRatio(tally([{ risk: 'low', changes: [5, 5], events: [20, 0] }]), WINDOWS, estimator);
      expect(found.ratio).toBe(0);
      expect(found.interval.upper).toBeGreaterThan(0.1);
      expect(found.interval.upper).toBeLessThan(0.6);
    }
  });

  it('does not see a window outside the data', () => {
    const day = tally([{ risk: 'low', changes: [1, 1], events: [5, 5] }]);
    expect(countArea(day, 'subject', { from: -500, to: -400 })).toEqual({ events: 0, exposure: 0 });
    expect(countArea(day, 'subject', { from: -500, to: 5000 })).toEqual({ events: 10, exposure: 280 });
    expect(countArea(day, 'subject', { from: 50, to: 40 })).toEqual({ events: 0, exposure: 0 });
  });
});

describe('chooseEstimator', () => {
  const two: readonly Cell[] = [
    { risk: 'low', changes: [5, 5], events: [9, 9] },
    { risk: 'high', changes: [5, 5], events: [9, 9] },
  ];
  const control = (events: number): Cell => ({ risk: 'low', control: true, changes: [5, 5], events: [events, 90] });

  it.each([
    [[...two, control(20)], null, 'ratio-of-ratios', 'control-large-enough'],
    [[...two, control(19)], null, 'mantel-haenszel', 'strata-known'],
    [two.slice(0, 1), null, 'crude', 'one-stratum'],
    [two, 'crude', 'crude', 'registered'],
  ] as const)('%#: by the data before the action alone', (cells, registered, estimator, because) => {
    expect(chooseEstimator(tally(cells), WINDOWS.before, registered)).toMatchObject({ estimator, because });
  });
});
