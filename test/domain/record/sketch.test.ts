import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  COUNTS,
  DURATIONS,
  mergeSketches,
  sketchMedian,
  sketchOf,
  sketchQuantile,
  sketchSize,
} from '../../../src/domain/record/sketch.ts';

const SECOND = 1 / 86_400;
const durations = fc.array(fc.double({ min: 0, max: 5_000, noNaN: true }), { minLength: 1, maxLength: 200 });

describe('sketches', () => {
  it('keep every duration within 1 %', () => {
    fc.assert(
      fc.property(fc.double({ min: SECOND, max: 50_000, noNaN: true }), (days) => {
        const kept = DURATIONS.valueOf(DURATIONS.binOf(days));
        expect(Math.abs(kept - days) / days).toBeLessThanOrEqual(0.01 + 1e-9);
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it.each([0, -3, SECOND / 2])('a wait of %d days is none', (days) => {
    expect(DURATIONS.valueOf(DURATIONS.binOf(Math.max(0, days)))).toBe(0);
  });

  it('give the same whatever was merged with what', () => {
    fc.assert(
      fc.property(durations, durations, (a, b) => {
        const merged = mergeSketches([sketchOf(DURATIONS, a), sketchOf(DURATIONS, b)]);
        expect(merged).toEqual(sketchOf(DURATIONS, [...b, ...a]));
        expect(sketchSize(merged)).toBe(a.length + b.length);
      }),
      { seed: 5, numRuns: 100 },
    );
  });

  it('give quantiles within 1 % of the exact ones', () => {
    fc.assert(
      fc.property(durations, fc.double({ min: 0, max: 1, noNaN: true }), (values, q) => {
        const sorted = [...values].sort((a, b) => a - b);
        const exact = sorted[Math.max(1, Math.ceil(q * values.length)) - 1] ?? 0;
        const kept = sketchQuantile(DURATIONS, sketchOf(DURATIONS, values), q) ?? Number.NaN;
        expect(Math.abs(kept - exact)).toBeLessThanOrEqual(Math.max(SECOND, exact * 0.0101));
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it('keep small whole numbers as they are', () => {
    const rounds = sketchOf(COUNTS, [3, 1, 1, 2, Number.NaN]);
    expect([...Array.from(rounds)]).toEqual([1, 2, 2, 1, 3, 1]);
    expect(sketchMedian(COUNTS, rounds)).toBe(1.5);
    expect(sketchQuantile(COUNTS, rounds, 0.9)).toBe(3);
  });

  it('of nothing have no quantile', () => {
    expect(sketchMedian(DURATIONS, sketchOf(DURATIONS, []))).toBeNull();
    expect(sketchQuantile(COUNTS, [], 0.5)).toBeNull();
  });
});
