import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/domain/attribution/fault.ts';
import { indexHistory } from '../../src/domain/attribution/history-index.ts';
import { BASELINES } from '../../scripts/link-baselines.ts';
import { measure, measureCalibration } from '../../scripts/link-measures.ts';

describe('measure', () => {
  it('counts ranks, and precision among the answered', () => {
    const answers = [
      { ranked: ['a', 'b'] },
      { ranked: ['b', 'a'] },
      { ranked: [] },
      { ranked: ['x', 'y', 'z', 'w', 'a'] },
    ];
    const measures = measure(answers, ['a', 'a', 'a', 'a']);
    expect(measures).toMatchObject({
      n: 4,
      answered: 3,
      p1: 1 / 3,
      hit: { 1: 0.25, 3: 0.5, 5: 0.75, 10: 0.75 },
    });
    expect(measures.mrr).toBeCloseTo((1 + 1 / 2 + 1 / 5) / 4);
    // Wilson, 1 of 4.
    expect(measures.wilson.hit[1][0]).toBeCloseTo(0.0456, 3);
    expect(measures.wilson.hit[1][1]).toBeCloseTo(0.6994, 3);
  });

  it('has no precision without an answer', () => {
    expect(measure([{ ranked: [] }], ['a'])).toMatchObject({ p1: null, wilson: { p1: [0, 1] } });
  });
});

describe('measureCalibration', () => {
  /** `right` of `n` at one confidence. */
  const points = (confidence: number, right: number, n: number) =>
    Array.from({ length: n }, (_, i) => ({ confidence, right: i < right }));

  it('finds nothing wrong with confidences that hold', () => {
    const c = measureCalibration([...points(0.2, 20, 100), ...points(0.9, 90, 100)]);
    expect(c.spiegelhalterZ).toBeCloseTo(0);
    expect(c.slope.value).toBeCloseTo(1);
    expect(c.intercept.value).toBeCloseTo(0);
    expect(c.ece).toBeCloseTo(0);
    expect(c.brier).toBeCloseTo(0.5 * 0.16 + 0.5 * 0.09);
    expect(c.confident).toMatchObject({ n: 100, precision: 0.9 });
    expect(c.eceIfPerfect.mean).toBeGreaterThan(0);
    expect(c.eceIfPerfect.p95).toBeGreaterThan(c.eceIfPerfect.mean);
  });

  it('sees confidence that is too high', () => {
    const c = measureCalibration([...points(0.2, 40, 100), ...points(0.9, 60, 100)]);
    expect(c.spiegelhalterZ).toBeGreaterThan(1.96);
    expect(c.slope.interval[1]).toBeLessThan(1);
    expect(c.ece).toBeCloseTo(0.25);
  });
});

describe('BASELINES', () => {
  const history = indexHistory([
    { id: 'old', at: 1, files: ['a.rb'] },
    { id: 'both', at: 2, files: ['a.rb', 'b.rb'] },
    { id: 'else', at: 3, files: ['c.rb'] },
    { id: 'fix', at: 4, files: ['a.rb', 'b.rb'] },
    { id: 'later', at: 5, files: ['a.rb'] },
  ]);
  const blame = [
    { unit: 'old', lines: 5 },
    { unit: 'both', lines: 1 },
  ];
  const fault: Fault = { at: 4, files: ['a.rb', 'b.rb'], fix: 'fix', blame };

  it.each([
    ['time', ['else', 'both', 'old']],
    ['overlap', ['both', 'old']],
    ['rSzz', ['both', 'old']],
    ['blameThenOverlap', ['old', 'both']],
  ])('%s', (name, expected) => {
    expect(BASELINES[name]?.(fault, history)).toEqual(expected);
  });
});
