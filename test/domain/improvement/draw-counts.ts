import type { Random } from '../../../src/domain/stats/seeded-random.ts';

/** Poisson by inversion below 30, by halving above (a Poisson splits into two). */
export function drawPoisson(random: Random, mean: number): number {
  if (mean > 30) return drawPoisson(random, mean / 2) + drawPoisson(random, mean / 2);
  let k = 0;
  let p = Math.exp(-mean);
  let u = random();
  while (u > p && k < 1000) {
    u -= p;
    k++;
    p *= mean / k;
  }
  return k;
}

export function drawNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Marsaglia and Tsang 2000; shapes below 1 by the power trick. */
export function drawGamma(random: Random, shape: number): number {
  if (shape < 1) return drawGamma(random, shape + 1) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = drawNormal(random);
    const v = (1 + c * z) ** 3;
    if (v > 0 && Math.log(1 - random()) < (z * z) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A count with variance = dispersion × mean: Poisson at 1, else negative binomial. */
export function drawCount(random: Random, mean: number, dispersion: number): number {
  if (dispersion === 1) return drawPoisson(random, mean);
  return drawPoisson(random, drawGamma(random, mean / (dispersion - 1)) * (dispersion - 1));
}
