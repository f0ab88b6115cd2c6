import { describe, expect, it } from 'vitest';
import { mantelHaenszelOdds } from '../../../src/domain/stats/mantel-haenszel-odds.ts';
import { mantelHaenszelRate, type RateStratum } from '../../../src/domain/stats/mantel-haenszel-rate.ts';

/** Smoking and coronary deaths among British doctors: Doll and Hill 1966, in Breslow and Day II. */
const DOCTORS: readonly RateStratum[] = [
  [32, 52407, 2, 18790],
  [104, 43248, 12, 10673],
  [206, 28612, 28, 5710],
  [186, 12663, 28, 2585],
  [102, 5317, 31, 1462],
].map(([x1 = 0, t1 = 0, x2 = 0, t2 = 0]) => ({
  first: { events: x1, exposure: t1 },
  second: { events: x2, exposure: t2 },
}));

describe('mantelHaenszelRate', () => {
  it('agrees with Stata [R] epitab on the British doctors', () => {
    const found = mantelHaenszelRate(DOCTORS);
    expect(found.crude.ratio).toBeCloseTo(1.71982259, 8);
    expect(found.ratio).toBeCloseTo(1.424682, 6);
    expect(found.interval.lower).toBeCloseTo(1.154703, 6);
    expect(found.interval.upper).toBeCloseTo(1.757784, 6);
    expect(found.homogeneity.chiSquare).toBeCloseTo(10.41, 2);
    expect(found.homogeneity.df).toBe(4);
    expect(found.homogeneity.p).toBeCloseTo(0.034, 4);
  });

  it('is the crude ratio when there is one stratum', () => {
    const found = mantelHaenszelRate(DOCTORS.slice(0, 1));
    expect(found.ratio).toBeCloseTo(found.crude.ratio ?? 0, 12);
    expect(found.homogeneity).toEqual({ chiSquare: 0, df: 0, p: 1 });
  });

  it('leaves out strata that cannot speak, and says nothing when all are sparse', () => {
    const silent: RateStratum = { first: { events: 4, exposure: 0 }, second: { events: 1, exposure: 10 } };
    expect(mantelHaenszelRate([...DOCTORS, silent]).ratio).toBeCloseTo(1.424682, 6);
    const none = mantelHaenszelRate([{ first: { events: 0, exposure: 5 }, second: { events: 0, exposure: 5 } }]);
    expect(none).toMatchObject({
      ratio: null,
      interval: { lower: 0, upper: null },
      chiSquare: 0,
      stratumRatios: [null],
    });
    expect(mantelHaenszelRate([]).ratio).toBeNull();
  });
});

describe('mantelHaenszelOdds', () => {
  it('agrees with R mantelhaen.test', () => {
    // R 4.2.2: mantelhaen.test(array(c(8, 5, 3, 9, 12, 4, 6, 11), c(2, 2, 2))), corrected and not
    const found = mantelHaenszelOdds([
      { exposedEvents: 8, unexposedEvents: 5, exposedNonEvents: 3, unexposedNonEvents: 9 },
      { exposedEvents: 12, unexposedEvents: 4, exposedNonEvents: 6, unexposedNonEvents: 11 },
    ]);
    expect(found.oddsRatio).toBeCloseTo(5.18356164383562, 10);
    expect(found.interval.lower).toBeCloseTo(1.6696187861694, 10);
    expect(found.interval.upper).toBeCloseTo(16.0930815692904, 9);
    expect(found.chiSquareCorrected).toBeCloseTo(6.8832006517027, 10);
    expect(found.chiSquare).toBeCloseTo(8.31287790200217, 10);
  });

  it('needs events on both sides', () => {
    const empty = { exposedEvents: 0, unexposedEvents: 0, exposedNonEvents: 4, unexposedNonEvents: 4 };
    expect(mantelHaenszelOdds([empty])).toMatchObject({ oddsRatio: null, chiSquare: 0, chiSquareCorrected: 0 });
    expect(mantelHaenszelOdds([{ ...empty, exposedNonEvents: 1, unexposedNonEvents: 0 }]).oddsRatio).toBeNull();
  });
});
