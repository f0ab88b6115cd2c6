import { describe, expect, it } from 'vitest';
import {
  calibrate,
  ISOTONIC_FROM,
  type JudgedLink,
  retrainCalibration,
} from '../../../src/domain/attribution/calibration.ts';
import { isotonicRegression } from '../../../src/domain/attribution/isotonic-regression.ts';
import { noChangePrior } from '../../../src/domain/attribution/no-change-prior.ts';

const SHIPPED = { intercept: 0, slope: 1 };

function links(n: number, share: number, right: number): JudgedLink[] {
  return Array.from({ length: n }, (_, i) => ({ share, confirmed: i < right }));
}

describe('retrainCalibration', () => {
  it('keeps the shipped numbers without judgements', () => {
    expect(retrainCalibration([], SHIPPED)).toBe(SHIPPED);
    expect(retrainCalibration([{ share: Number.NaN, confirmed: true }], SHIPPED)).toBe(SHIPPED);
  });

  it('moves towards what people confirmed, a little for few and most of the way for many', () => {
    // The ranking says 0.8; people confirm half.
    const few = calibrate(0.8, retrainCalibration(links(10, 0.8, 5), SHIPPED));
    const many = calibrate(0.8, retrainCalibration(links(900, 0.8, 450), SHIPPED));
    expect(few).toBeLessThan(0.8);
    expect(few).toBeGreaterThan(0.7);
    expect(many).toBeGreaterThan(0.5);
    expect(many).toBeLessThan(0.54);
  });

  it('does not depend on the order of the links', () => {
    const mixed = [...links(20, 0.3, 4), ...links(20, 0.9, 19)];
    expect(retrainCalibration([...mixed].reverse(), SHIPPED)).toEqual(retrainCalibration(mixed, SHIPPED));
  });

  it('lets the data draw the curve from a thousand judgements on', () => {
    const all = [...links(ISOTONIC_FROM / 2, 0.2, 50), ...links(ISOTONIC_FROM / 2, 0.9, 400)];
    const calibration = retrainCalibration(all, SHIPPED);
    expect(calibrate(0.1, calibration)).toBeCloseTo(0.1);
    expect(calibrate(0.2, calibration)).toBeCloseTo(0.1);
    expect(calibrate(0.95, calibration)).toBeCloseTo(0.8);
    expect(retrainCalibration(all.slice(1), SHIPPED).steps).toBeUndefined();
  });
});

describe('isotonicRegression', () => {
  it('pools neighbours that fall', () => {
    const points = [0, 1, 0, 1, 1].map((y, x) => ({ x, y }));
    expect(isotonicRegression(points)).toEqual([
      { from: 0, value: 0 },
      { from: 1, value: 0.5 },
      { from: 3, value: 1 },
    ]);
  });

  it('has nothing to say about nothing', () => {
    expect(isotonicRegression([])).toEqual([]);
  });
});

describe('noChangePrior', () => {
  it.each([
    [['external'], false, 0.9],
    [['external', 'code'], false, 0.1],
    [[], false, 0.25],
    [['external'], true, 0.03],
  ] as const)('%j, fixed in code: %s', (causes, hasFix, expected) => {
    expect(noChangePrior(causes, hasFix)).toBeCloseTo(expected);
  });

  it('learns from what people marked', () => {
    expect(noChangePrior(['external'], false, { noChange: 0, total: 90 })).toBeCloseTo(0.09);
  });
});
