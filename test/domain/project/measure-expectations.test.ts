import { describe, expect, it } from 'vitest';
import type { Expectation, ExpectationMeasure } from '../../../src/domain/project/expectation.ts';
import {
  budgetPeriod,
  findBroken,
  type MeasuredExpectation,
  measureExpectations,
} from '../../../src/domain/project/measure-expectations.ts';
import type { RepositoryRecord } from '../../../src/domain/record/repository-record.ts';
import { poissonRate } from '../../../src/domain/stats/poisson-rate.ts';
import { proportion } from '../../../src/domain/stats/proportion.ts';
import { NOW, namedChange, type SampleIncident, sampleRecord, TODAY } from './sample-record.ts';

const DAY = 86_400;

function measured(record: RepositoryRecord, measure: ExpectationMeasure, target: number): MeasuredExpectation {
  const expectations: readonly Expectation[] = [{ measure, target }];
  const [one] = measureExpectations(record, { id: 'refactor', expectations }, budgetPeriod(record.at));
  if (one === undefined) throw new Error('nothing was measured');
  return one;
}

const many = (count: number, one: SampleIncident): SampleIncident[] =>
  Array.from({ length: count }, (_, i) => ({ ...one, ago: one.ago + i }));

/** Forty changes a week for ten weeks, a quarter of them the project’s. */
const steady = Array.from({ length: 10 }, (_, week) => [
  { ago: week * 7 + 3, changes: 10 },
  { ago: week * 7 + 3, changes: 30, projects: [] },
]).flat();

describe('the period', () => {
  it('is the 28 days that end today', () => {
    expect(budgetPeriod(NOW)).toEqual({ from: TODAY - 27, to: TODAY + 1 });
    const edge = sampleRecord(steady, [
      { ago: 27, kind: 'near-miss' },
      { ago: 28, kind: 'near-miss' },
    ]);
    expect(measured(edge, 'near-misses-per-28d', 3)).toMatchObject({ value: 1, status: 'kept' });
  });
});

describe('what is counted breaks its target by one too many', () => {
  it.each<[number, MeasuredExpectation['status']]>([
    [0, 'kept'],
    [3, 'kept'],
    [4, 'broken'],
  ])('%i near misses of three', (count, status) => {
    const record = sampleRecord(steady, many(count, { ago: 1, kind: 'near-miss' }));
    const one = measured(record, 'near-misses-per-28d', 3);
    expect(one).toMatchObject({ value: count, counted: count, outOf: 28, status, doubt: null });
    expect(one.interval).toEqual(poissonRate({ events: count, exposure: 1 }).interval);
    expect(one.budget?.left).toBeCloseTo(3 - count);
    expect(findBroken(record, { id: 'refactor', expectations: [one] })).toHaveLength(status === 'broken' ? 1 : 0);
  });

  it('only its own, and of its own kind; a regression is an incident too', () => {
    const record = sampleRecord(steady, [
      { ago: 1, kind: 'regression' },
      { ago: 2, kind: 'incident' },
      { ago: 2, kind: 'inquiry' },
      { ago: 2, kind: 'regression', projects: [] },
    ]);
    expect(measured(record, 'regressions-per-28d', 1).value).toBe(1);
    expect(measured(record, 'incidents-per-28d', 1)).toMatchObject({ value: 2, status: 'broken' });
    expect(measured(record, 'near-misses-per-28d', 0)).toMatchObject({ value: 0, status: 'kept' });
  });

  it('throughput, in changes a week', () => {
    expect(measured(sampleRecord(steady), 'merged-prs-per-week', 10)).toMatchObject({ value: 10, status: 'kept' });
    expect(measured(sampleRecord(steady), 'merged-prs-per-week', 11)).toMatchObject({ status: 'broken', budget: null });
  });

  it('throughput is not held against days that nobody recorded', () => {
    const twoWeeks = sampleRecord(steady.filter(({ ago }) => ago < 13));
    expect(measured(twoWeeks, 'merged-prs-per-week', 12).value).toBeCloseTo((20 / 11) * 7);
    const young = sampleRecord([{ ago: 3, changes: 1 }]);
    expect(measured(young, 'merged-prs-per-week', 5)).toMatchObject({ status: 'cannot-tell', doubt: 'short-record' });
  });
});

describe('what is estimated breaks its target beyond chance only', () => {
  it.each<[number, MeasuredExpectation['status'], MeasuredExpectation['doubt']]>([
    [0, 'kept', null],
    [1, 'cannot-tell', 'within-chance'],
    [3, 'broken', null],
  ])('%i incidents on 40 changes, of 1 per 100', (count, status, doubt) => {
    const record = sampleRecord(steady, many(count, { ago: 1, kind: 'incident' }));
    const one = measured(record, 'incidents-per-100-prs', 1);
    expect(one).toMatchObject({ value: count * 2.5, counted: count, outOf: 40, status, doubt });
    expect(one.interval).toEqual(poissonRate({ events: count, exposure: 0.4 }).interval);
    expect(one.budget).toMatchObject({ spent: count });
    expect(one.budget?.allowed).toBeCloseTo(0.4);
  });

  it('the share of failed changes: reverted, or the cause of harm, each once', () => {
    const record = sampleRecord(
      [...steady, { ago: 2, changes: 3, reverted: 2 }],
      [
        { ago: 1, kind: 'incident', causedBy: '#1' },
        { ago: 1, kind: 'regression', causedBy: '#1' },
        { ago: 1, kind: 'incident', causedBy: '#2' },
        { ago: 1, kind: 'near-miss', causedBy: '#3' },
        { ago: 1, kind: 'incident', causedBy: '#4' },
      ],
      [
        namedChange('#1', 3),
        namedChange('#2', 2, { reverted: true }),
        namedChange('#3', 2),
        namedChange('#4', 3, { projects: [] }),
      ],
    );
    const one = measured(record, 'change-fail-rate', 0.05);
    expect(one).toMatchObject({ counted: 3, outOf: 43, value: 3 / 43, status: 'cannot-tell' });
    expect(one.interval).toEqual(proportion(3, 43).wilson);
  });

  it('the share of windows that somebody confirmed', () => {
    const windows = (done: number, lapsed: number) =>
      sampleRecord([
        { ago: 5, changes: done, watched: 'done' },
        { ago: 5, changes: lapsed, watched: 'lapsed' },
        { ago: 5, changes: 7, watched: 'open' },
        { ago: 5, changes: 2, watched: 'incident' },
      ]);
    expect(measured(windows(19, 1), 'monitored', 0.95)).toMatchObject({ value: 0.95, outOf: 20, status: 'kept' });
    expect(measured(windows(18, 2), 'monitored', 0.95)).toMatchObject({ status: 'cannot-tell', counted: 18 });
    const poor = measured(windows(10, 10), 'monitored', 0.95);
    expect(poor).toMatchObject({ status: 'broken' });
    expect(poor.interval).toEqual(proportion(10, 20).wilson);
    expect(poor.budget).toMatchObject({ spent: 10 });
    expect(measured(windows(0, 0), 'monitored', 0.95)).toMatchObject({
      value: null,
      status: 'cannot-tell',
      doubt: 'nothing-to-count',
    });
  });

  it('lead times, to the deployment where one is known, else to the merge', () => {
    const waits = Array.from({ length: 30 }, (_, i) => (i + 1) / 10);
    const merged = sampleRecord([{ ago: 3, changes: 30, waits }]);
    const one = measured(merged, 'lead-time-p50', 2 * DAY);
    expect(one).toMatchObject({ until: 'merge', outOf: 30, status: 'kept' });
    expect((one.value ?? 0) / DAY).toBeCloseTo(1.5, 1);
    // The 10th and the 21st of thirty bound the median.
    expect((one.interval.lower ?? 0) / DAY).toBeCloseTo(1, 1);
    expect((one.interval.upper ?? 0) / DAY).toBeCloseTo(2.1, 1);
    expect(measured(merged, 'lead-time-p50', 1.2 * DAY)).toMatchObject({ status: 'cannot-tell' });
    expect(measured(merged, 'lead-time-p50', 0.5 * DAY)).toMatchObject({ status: 'broken' });
    const p90 = measured(merged, 'lead-time-p90', 2 * DAY);
    expect((p90.value ?? 0) / DAY).toBeCloseTo(2.7, 1);
    expect(p90.budget).toMatchObject({ spent: 10 });
    expect(p90.budget?.allowed).toBeCloseTo(3);
    const deployed = sampleRecord([{ ago: 3, changes: 30, waits, deployed: waits.map((wait) => wait + 5) }]);
    const late = measured(deployed, 'lead-time-p50', 2 * DAY);
    expect(late).toMatchObject({ until: 'deployment', status: 'broken' });
  });

  it('review rounds', () => {
    const record = sampleRecord([{ ago: 3, changes: 5, rounds: [1, 1, 2, 2, 5] }]);
    expect(measured(record, 'review-rounds-p50', 2)).toMatchObject({ value: 2, status: 'kept' });
    expect(measured(record, 'review-rounds-p50', 1)).toMatchObject({ status: 'cannot-tell', doubt: 'within-chance' });
  });
});

describe('a project without changes', () => {
  it('keeps nothing and breaks nothing', () => {
    const record = sampleRecord([{ ago: 3, projects: [] }], [{ ago: 1, kind: 'near-miss' }]);
    for (const measure of ['near-misses-per-28d', 'merged-prs-per-week', 'monitored'] as const) {
      expect(measured(record, measure, 0.5)).toMatchObject({ status: 'cannot-tell', doubt: 'no-changes' });
    }
    expect(measured(sampleRecord([]), 'incidents-per-28d', 0)).toMatchObject({ doubt: 'no-changes' });
  });
});
