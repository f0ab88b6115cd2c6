import { describe, expect, it } from 'vitest';
import { chiSquareUpperTail, gammaQuantile, gammaTails } from '../../../src/domain/stats/gamma-distribution.ts';

function relative(got: number, expected: number): number {
  return Math.abs(got - expected) / Math.abs(expected);
}

describe('gammaTails', () => {
  // R 4.2.2: pgamma(x, shape), pgamma(x, shape, lower = FALSE)
  it.each([
    [0.5, 0.5, 0.68268949213708596, 0.31731050786291415],
    [1, 1, 0.63212055882855767, 0.36787944117144233],
    [100, 70, 0.00043037259497989103, 0.99956962740502009],
    [100, 110, 0.841721329939913, 0.15827867006008703],
    [900, 870, 0.15860935543148119, 0.84139064456851886],
    [900, 990, 0.9982299609362878, 0.0017700390637122104],
    [1000, 1000, 0.50420524418021551, 0.49579475581978449],
    [10000, 9700, 0.0012341755844684919, 0.99876582441553141],
    [10000, 10100, 0.84134875044717972, 0.15865124955282034],
    [100000, 99683.772233983167, 0.15865484973790814, 0.84134515026209189],
    [100000, 100948.68329805051, 0.99861248631916699, 0.0013875136808330186],
    [1000000, 997000, 0.0013381041673135986, 0.99866189583268639],
    [1000000, 999000, 0.15865521357430365, 0.84134478642569632],
    [1000000, 1000000, 0.50013298076087254, 0.49986701923912741],
    [1000000, 1001000, 0.84134478636834031, 0.15865521363165971],
    [1000000, 1003000, 0.99863825935378236, 0.0013617406462175894],
  ])('shape %d at %d', (shape, x, lower, upper) => {
    const tails = gammaTails(x, shape);
    expect(relative(tails.lower, lower)).toBeLessThan(1e-11);
    expect(relative(tails.upper, upper)).toBeLessThan(1e-11);
  });

  it('is a distribution at its ends', () => {
    expect(gammaTails(0, 3)).toEqual({ lower: 0, upper: 1 });
    expect(gammaTails(Number.POSITIVE_INFINITY, 3)).toEqual({ lower: 1, upper: 0 });
  });
});

describe('gammaQuantile', () => {
  // R 4.2.2: qgamma(p, shape)
  it.each([
    [1e-6, 0.5, 7.8539816339785822e-13],
    [0.5, 0.5, 0.22746821155978642],
    [0.999999, 0.5, 11.964063488439736],
    [0.025, 1, 0.025317807984289876],
    [0.975, 1, 3.6888794541139354],
    [1e-6, 100, 59.436320698122898],
    [0.5, 100, 99.666864919315429],
    [0.999999, 100, 154.91904599496155],
    [0.025, 901, 843.12122840031293],
    [0.975, 901, 960.77292625568577],
    [1e-6, 10000, 9531.8351171898066],
    [0.5, 10000, 9999.6666686420467],
    [0.999999, 10000, 10482.561164638257],
    [0.025, 1000000, 998040.98334029387],
    [0.975, 1000000, 1001960.9109654503],
  ])('p %d of shape %d', (p, shape, x) => {
    expect(relative(gammaQuantile(p, shape), x)).toBeLessThan(1e-12);
  });

  it.each([0.1, 0.3, 7, 20_000])('undoes the tails at shape %d', (shape) => {
    for (const p of [1e-8, 0.01, 0.4, 0.9, 0.99999]) {
      expect(relative(gammaTails(gammaQuantile(p, shape), shape).lower, p)).toBeLessThan(1e-9);
    }
  });
});

describe('chiSquareUpperTail', () => {
  it('gives the familiar critical value', () => {
    // R 4.2.2: pchisq(3.841458820694124, 1, lower = FALSE)
    expect(chiSquareUpperTail(3.841458820694124, 1)).toBeCloseTo(0.05, 12);
  });
});
