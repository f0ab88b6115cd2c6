import { normalQuantile } from './normal-distribution.ts';
import { poissonDensity } from './saddle-point.ts';

const EPSILON = 1e-16;
const TINY = 1e-300;
const MAX_TERMS = 1_000_000;

/** The two tails of a gamma distribution with scale 1 at x: lower = P(X ≤ x), upper = P(X > x). */
export interface GammaTails {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Regularised incomplete gamma functions: the series below the mean, Legendre's continued fraction (modified Lentz)
 * above it, both scaled by Loader's density so that shapes of 10⁶ keep full accuracy. The packaged function is wrong
 * beyond shape 900, which is why this is ours. Source: DLMF 8.11.4 and 8.9.2.
 */
export function gammaTails(x: number, shape: number): GammaTails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  const density = poissonDensity(shape, x);
  if (x < shape + 1) {
    const lower = Math.min(1, density * lowerSeries(x, shape));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, density * shape * upperFraction(x, shape));
  return { lower: 1 - upper, upper };
}

function lowerSeries(x: number, shape: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; n < MAX_TERMS && term > sum * EPSILON; n++) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum;
}

function upperFraction(x: number, shape: number): number {
  let b = x + 1 - shape;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < MAX_TERMS; i++) {
    const a = -i * (i - shape);
    b += 2;
    d = a * d + b;
    if (Math.abs(d) < TINY) d = TINY;
    c = b + a / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) <= EPSILON * 2) break;
  }
  return h;
}

/**
 * x with P(X ≤ x) = p for a gamma distribution with scale 1: Newton's method on the logarithm of the smaller tail
 * over ln x, kept inside a bracket. 0 < p < 1.
 */
export function gammaQuantile(p: number, shape: number): number {
  const useLower = p <= 0.5;
  const target = Math.log(useLower ? p : 1 - p);
  let low = -745;
  let high = Math.log(shape + 1) + 6;
  let u = startingPoint(p, shape, low, high);
  for (let i = 0; i < 200; i++) {
    const x = Math.exp(u);
    const tails = gammaTails(x, shape);
    const tail = useLower ? tails.lower : tails.upper;
    const gap = Math.log(Math.max(tail, TINY)) - target;
    if (useLower === gap > 0) high = u;
    else low = u;
    const slope = (poissonDensity(shape, x) * shape) / Math.max(tail, TINY);
    let next = u - gap / (useLower ? slope : -slope);
    if (!(next > low && next < high)) next = (low + high) / 2;
    if (Math.abs(next - u) <= 1e-16 * Math.max(1, Math.abs(u))) return Math.exp(next);
    u = next;
  }
  return Math.exp(u);
}

/** Wilson and Hilferty's cube-root approximation, or the leading term near zero. */
function startingPoint(p: number, shape: number, low: number, high: number): number {
  const v = 1 / (9 * shape);
  const cube = (1 - v + normalQuantile(p) * Math.sqrt(v)) ** 3 * shape;
  const guess = cube > 0 ? Math.log(cube) : (Math.log(p) + Math.log(shape)) / shape;
  return Math.min(high - 1e-3, Math.max(low + 1e-3, guess));
}

/** P(χ² > x) at `df` degrees of freedom. */
export function chiSquareUpperTail(x: number, df: number): number {
  return gammaTails(x / 2, df / 2).upper;
}
