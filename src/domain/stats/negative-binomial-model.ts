import { type CountData, type CountModel, fitCountModel } from './count-model.ts';
import { findRoot } from './find-root.ts';
import { logRising, logRisingCurvature, logRisingSlope } from './rising-factorial.ts';

export interface NegativeBinomialModel extends CountModel {
  /** Variance μ + μ²/θ; `null` (infinite) when the counts are no wider than Poisson: the fit is then the Poisson one. */
  readonly theta: number | null;
  readonly thetaError: number | null;
  readonly twiceLogLikelihood: number;
}

/**
 * A negative binomial (NB2) log-linear model: coefficients by reweighted least squares and θ by maximum likelihood,
 * in turn until both stand still. Sources: Venables and Ripley, MASS, 4th ed., section 7.4; Lawless 1987.
 */
export function fitNegativeBinomialModel(data: CountData): NegativeBinomialModel {
  const rows = data.y.map((_, i) => i).filter((i) => Number.isFinite(data.offset[i] ?? 0));
  const y = rows.map((i) => data.y[i] ?? 0);
  let model = fitCountModel(data);
  let theta = likeliestTheta(y, model.fitted);
  for (let i = 0; i < 100 && theta !== null; i++) {
    model = fitCountModel(data, theta);
    const next = likeliestTheta(y, model.fitted);
    const settled = next !== null && Math.abs(next - theta) <= 1e-11 * theta;
    theta = next;
    if (settled) break;
  }
  if (theta === null) model = fitCountModel(data);
  return {
    ...model,
    theta,
    thetaError: theta === null ? null : 1 / Math.sqrt(information(theta, y, model.fitted)),
    twiceLogLikelihood: 2 * logLikelihood(theta, y, model.fitted),
  };
}

/** Counts less spread than Poisson push θ to infinity; so does a θ beyond any use. */
const LARGEST = 1e8;

function likeliestTheta(y: readonly number[], mu: readonly number[]): number | null {
  const excess = y.reduce((sum, value, i) => sum + (value - (mu[i] ?? 0)) ** 2 - value, 0);
  const at = (u: number) => score(Math.exp(u), y, mu);
  const high = Math.log(LARGEST);
  if (excess <= 0 || at(high) >= 0) return null;
  return Math.exp(findRoot(at, Math.log(1e-8), high));
}

function score(theta: number, y: readonly number[], mu: readonly number[]): number {
  let sum = 0;
  y.forEach((value, i) => {
    const mean = mu[i] ?? 0;
    sum += logRisingSlope(theta, value) - Math.log1p(mean / theta) + (mean - value) / (mean + theta);
  });
  return sum;
}

function information(theta: number, y: readonly number[], mu: readonly number[]): number {
  let sum = 0;
  y.forEach((value, i) => {
    const mean = mu[i] ?? 0;
    sum += -logRisingCurvature(theta, value) - 1 / theta + 2 / (mean + theta) - (value + theta) / (mean + theta) ** 2;
  });
  return sum;
}

function logLikelihood(theta: number | null, y: readonly number[], mu: readonly number[]): number {
  let sum = 0;
  y.forEach((value, i) => {
    const mean = mu[i] ?? 0;
    const shared = -logRising(1, value);
    const own = value > 0 ? value * Math.log(mean) : 0;
    if (theta === null) sum += shared + own - mean;
    else
      sum += shared + logRising(theta, value) - theta * Math.log1p(mean / theta) + own - value * Math.log(mean + theta);
  });
  return sum;
}
