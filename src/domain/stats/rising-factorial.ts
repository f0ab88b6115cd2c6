import digamma from '@stdlib/math-base-special-digamma';
import gammaln from '@stdlib/math-base-special-gammaln';
import trigamma from '@stdlib/math-base-special-trigamma';

/** Up to this count the plain sum is used: it loses nothing when a is large, as the difference of two functions would. */
const SUM_UP_TO = 2000;

/** ln Γ(a + y) − ln Γ(a) for a whole y ≥ 0. */
export function logRising(a: number, y: number): number {
  if (y > SUM_UP_TO) return gammaln(a + y) - gammaln(a);
  return sumOver(y, (j) => Math.log(a + j));
}

/** Its first derivative in a: ψ(a + y) − ψ(a). */
export function logRisingSlope(a: number, y: number): number {
  if (y > SUM_UP_TO) return digamma(a + y) - digamma(a);
  return sumOver(y, (j) => 1 / (a + j));
}

/** Its second derivative in a: ψ′(a + y) − ψ′(a), negative. */
export function logRisingCurvature(a: number, y: number): number {
  if (y > SUM_UP_TO) return trigamma(a + y) - trigamma(a);
  return -sumOver(y, (j) => 1 / (a + j) ** 2);
}

function sumOver(y: number, term: (j: number) => number): number {
  let sum = 0;
  for (let j = 0; j < y; j++) sum += term(j);
  return sum;
}
