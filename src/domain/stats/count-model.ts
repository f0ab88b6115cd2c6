import { type LeastSquares, leastSquares, type Matrix } from './least-squares.ts';

/** Counts with the columns that explain them; `offset` is the logarithm of the exposure. */
export interface CountData {
  readonly y: readonly number[];
  /** One row a count; the intercept is a column of ones. */
  readonly design: Matrix;
  readonly offset: readonly number[];
}

export interface CountModel {
  /** On the log scale; `null` where a column adds nothing to those before it. */
  readonly coefficients: readonly (number | null)[];
  /** Of the coefficients, at dispersion 1. */
  readonly covariance: readonly (readonly (number | null)[])[];
  readonly fitted: readonly number[];
  readonly deviance: number;
  readonly pearson: number;
  /** Observations less estimated coefficients. */
  readonly df: number;
  /** Pearson χ²/df; `null` when df = 0. */
  readonly dispersion: number | null;
  /** `separated`: a coefficient runs to ±∞ (a group without events); its error says nothing then. */
  readonly problem: 'no-data' | 'separated' | 'not-converged' | null;
}

/** How variance grows with the mean: μ + μ²/θ; θ = ∞ is Poisson. */
export type Theta = number;
export const POISSON: Theta = Number.POSITIVE_INFINITY;

const TOLERANCE = 1e-10;
const MAX_ITERATIONS = 200;

/**
 * A log-linear model of counts, E y = exp(Xβ + offset), by iteratively reweighted least squares, until no
 * coefficient moves by more than 1e-10. Rows without exposure (offset −∞) are left out. A quasi-Poisson model has
 * the same coefficients; multiply the covariance by `dispersion`.
 * Source: McCullagh and Nelder, Generalized Linear Models, 2nd ed., 1989, chapters 2 and 6.
 */
export function fitCountModel(data: CountData, theta: Theta = POISSON): CountModel {
  const rows = data.y.map((_, i) => i).filter((i) => Number.isFinite(data.offset[i] ?? 0));
  const y = rows.map((i) => data.y[i] ?? 0);
  const design = rows.map((i) => data.design[i] ?? []);
  const offset = rows.map((i) => data.offset[i] ?? 0);
  if (y.length === 0) return empty(data.design[0]?.length ?? 0);
  let mu = y.map((value) => value + 0.1);
  let eta = mu.map(Math.log);
  let fit: LeastSquares = step(y, design, offset, eta, mu, theta);
  let problem: CountModel['problem'] = 'not-converged';
  let deviance = Number.POSITIVE_INFINITY;
  for (let i = 0; i < MAX_ITERATIONS; i++) {
    eta = predict(design, offset, fit);
    mu = eta.map((value) => Math.exp(Math.min(value, 700)));
    const next = step(y, design, offset, eta, mu, theta);
    const moved = largestMove(fit, next);
    const nextDeviance = devianceOf(y, mu, theta);
    const settled = Math.abs(deviance - nextDeviance) <= 1e-13 * (Math.abs(nextDeviance) + 0.1);
    deviance = nextDeviance;
    fit = next;
    if (moved <= TOLERANCE) problem = null;
    else if (settled && moved > 0.1) problem = 'separated';
    else continue;
    break;
  }
  mu = predict(design, offset, fit).map(Math.exp);
  const pearson = sum(y.map((value, i) => (value - at(mu, i)) ** 2 / variance(at(mu, i), theta)));
  const df = y.length - fit.rank;
  return {
    coefficients: fit.coefficients,
    covariance: fit.inverse,
    fitted: mu,
    deviance: devianceOf(y, mu, theta),
    pearson,
    df,
    dispersion: df > 0 ? pearson / df : null,
    problem,
  };
}

/** Standard errors at a dispersion (1 for a Poisson or negative binomial model). */
export function standardErrors(model: CountModel, dispersion: number): (number | null)[] {
  return model.covariance.map((row, i) => {
    const value = row[i];
    return value === null || value === undefined ? null : Math.sqrt(value * dispersion);
  });
}

function step(
  y: readonly number[],
  design: Matrix,
  offset: readonly number[],
  eta: readonly number[],
  mu: readonly number[],
  theta: Theta,
): LeastSquares {
  const working = y.map((value, i) => at(eta, i) - at(offset, i) + (value - at(mu, i)) / at(mu, i));
  const weights = mu.map((value) => value / (1 + value / theta));
  return leastSquares(design, working, weights);
}

function predict(design: Matrix, offset: readonly number[], fit: LeastSquares): number[] {
  return design.map((row, i) => row.reduce((total, x, j) => total + x * (fit.coefficients[j] ?? 0), at(offset, i)));
}

function largestMove(before: LeastSquares, after: LeastSquares): number {
  return Math.max(...after.coefficients.map((value, j) => Math.abs((value ?? 0) - (before.coefficients[j] ?? 0))), 0);
}

function variance(mu: number, theta: Theta): number {
  return mu + (mu * mu) / theta;
}

function devianceOf(y: readonly number[], mu: readonly number[], theta: Theta): number {
  const parts = y.map((value, i) => {
    const mean = at(mu, i);
    const own = value > 0 ? value * Math.log(value / mean) : 0;
    return theta === POISSON
      ? own - (value - mean)
      : own - (value + theta) * Math.log1p((value - mean) / (mean + theta));
  });
  return 2 * sum(parts);
}

function empty(columns: number): CountModel {
  const nothing = Array.from({ length: columns }, () => null);
  return {
    coefficients: nothing,
    covariance: nothing.map(() => nothing),
    fitted: [],
    deviance: 0,
    pearson: 0,
    df: 0,
    dispersion: null,
    problem: 'no-data',
  };
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
