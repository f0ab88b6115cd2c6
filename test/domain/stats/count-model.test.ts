import { describe, expect, it } from 'vitest';
import { fitCountModel, standardErrors } from '../../../src/domain/stats/count-model.ts';
import { fitNegativeBinomialModel } from '../../../src/domain/stats/negative-binomial-model.ts';

/** R datasets::warpbreaks (Tippett 1950): breaks ~ wool + tension. */
const BREAKS = [
  26, 30, 54, 25, 70, 52, 51, 26, 67, 18, 21, 29, 17, 12, 18, 35, 30, 36, 36, 21, 24, 18, 10, 43, 28, 15, 26, 27, 14,
  29, 19, 29, 31, 41, 20, 44, 42, 26, 19, 16, 39, 28, 21, 39, 29, 20, 21, 24, 17, 13, 15, 15, 16, 28,
];
const WARPBREAKS = {
  y: BREAKS,
  design: BREAKS.map((_, i) => [1, Number(i >= 27), Number(i % 27 >= 9 && i % 27 < 18), Number(i % 27 >= 18)]),
  offset: BREAKS.map(() => 0),
};

function closeTo(got: readonly (number | null)[], expected: readonly number[], digits: number): void {
  expect(got).toHaveLength(expected.length);
  expected.forEach((value, i) => {
    expect(got[i]).toBeCloseTo(value, digits);
  });
}

describe('fitCountModel', () => {
  // R 4.2.2: glm(family = quasipoisson), converged
  it('fits warpbreaks as R does, quasi errors from the Pearson dispersion', () => {
    const model = fitCountModel(WARPBREAKS);
    closeTo(model.coefficients, [3.691963144940797, -0.205988442638622, -0.321320431600612, -0.518488496511561], 10);
    expect(model.deviance).toBeCloseTo(210.391888762454, 8);
    expect(model.pearson).toBeCloseTo(213.076094198221, 8);
    expect(model.dispersion).toBeCloseTo(4.26152188396443, 10);
    expect(model.problem).toBeNull();
    const errors = standardErrors(model, model.dispersion ?? 1);
    closeTo(errors, [0.0937435638999345, 0.1064608572316996, 0.1244096672277745, 0.1320345389304321], 10);
  });

  it('takes exposure as an offset, and leaves out rows without any', () => {
    const model = fitCountModel({
      y: [10, 30, 5],
      design: [[1], [1], [1]],
      offset: [Math.log(100), Math.log(300), Number.NEGATIVE_INFINITY],
    });
    expect(model.coefficients[0]).toBeCloseTo(Math.log(0.1), 12);
    expect(model.df).toBe(1);
    expect(model.dispersion).toBeCloseTo(0, 12);
  });

  it('leaves out a column that others already hold', () => {
    const model = fitCountModel({
      y: [3, 5, 8, 9],
      design: [
        [1, 1, 2],
        [1, 2, 4],
        [1, 3, 6],
        [1, 4, 8],
      ],
      offset: [0, 0, 0, 0],
    });
    expect(model.coefficients[2]).toBeNull();
    expect(standardErrors(model, 1)[2]).toBeNull();
    expect(model.df).toBe(2);
  });

  it('says so when a group has no events, instead of printing a number for minus infinity', () => {
    const grouped = { y: [4, 6, 0, 0], design: [[1, 0], [1, 0], [1, 1], [1, 1]], offset: [0, 0, 0, 0] }; // biome-ignore format: a table
    expect(fitCountModel(grouped).problem).toBe('separated');
    expect(fitCountModel({ y: [0, 0], design: [[1], [1]], offset: [0, 0] }).problem).toBe('separated');
  });

  it('answers no data with no data', () => {
    const model = fitCountModel({ y: [], design: [], offset: [] });
    expect(model).toMatchObject({ coefficients: [], df: 0, dispersion: null, problem: 'no-data' });
    const dark = fitCountModel({ y: [1], design: [[1, 2]], offset: [Number.NEGATIVE_INFINITY] });
    expect(dark).toMatchObject({ coefficients: [null, null], problem: 'no-data' });
  });

  it('has no dispersion when every observation has its own coefficient', () => {
    const model = fitCountModel({ y: [2, 7], design: [[1, 0], [1, 1]], offset: [0, 0] }); // biome-ignore format: a table
    expect(model.dispersion).toBeNull();
    expect(model.coefficients[1]).toBeCloseTo(Math.log(3.5), 10);
  });
});

describe('fitNegativeBinomialModel', () => {
  // MASS::glm.nb 7.3-58.2, converged
  it('fits warpbreaks as MASS does', () => {
    const model = fitNegativeBinomialModel(WARPBREAKS);
    closeTo(model.coefficients, [3.673354566579149, -0.186211052351018, -0.299227238628683, -0.51139551519139], 6);
    expect(model.theta).toBeCloseTo(9.94438543590047, 4);
    expect(model.thetaError).toBeCloseTo(2.56132647933637, 4);
    expect(model.twiceLogLikelihood).toBeCloseTo(-398.763807778007, 6);
    expect(model.deviance).toBeCloseTo(53.7225707023359, 4);
    closeTo(
      standardErrors(model, 1),
      [0.0979030472904466, 0.1009613994288237, 0.1217284968022331, 0.1237398644650351],
      6,
    );
  });

  it('is the Poisson model when counts are no wider than Poisson', () => {
    const data = { y: [5, 5, 6, 5, 4], design: [[1], [1], [1], [1], [1]], offset: [0, 0, 0, 0, 0] };
    const model = fitNegativeBinomialModel(data);
    expect(model.theta).toBeNull();
    expect(model.thetaError).toBeNull();
    expect(model.coefficients).toEqual(fitCountModel(data).coefficients);
    const logFactorial = [0, 0, 0, 0, Math.log(24), Math.log(120), Math.log(720)];
    const density = data.y.map((y) => y * Math.log(5) - 5 - (logFactorial[y] ?? 0));
    expect(model.twiceLogLikelihood).toBeCloseTo(2 * density.reduce((a, b) => a + b), 4);
  });

  it('keeps its digits at counts of thousands', () => {
    const y = [4000, 5200, 3100, 6800, 4700, 2500];
    const model = fitNegativeBinomialModel({ y, design: y.map(() => [1]), offset: y.map(() => 0) });
    // R 4.2.2 MASS::theta.ml(y, mean(y)), converged
    expect(model.theta).toBeCloseTo(9.56802629878993, 6);
  });
});
