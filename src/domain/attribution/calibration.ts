import { isotonicRegression, type IsotonicStep } from './isotonic-regression.ts';
import type { Calibration } from './ranking-weights.ts';

/** A first-ranked cause that a person judged: its share before calibration, and whether it was the cause. */
export interface JudgedLink {
  readonly share: number;
  readonly confirmed: boolean;
}

/** From this many judgements on, the data draws the curve itself. */
export const ISOTONIC_FROM = 1_000;
/** How many judgements the shipped numbers are worth: with none they hold, with as many both count the same. */
const PRIOR_LINKS = 50;

/** Turns the first candidate's share of the ranking into the probability that it is the cause. */
export function calibrate(share: number, calibration: Calibration): number {
  if (calibration.steps !== undefined && calibration.steps.length > 0) return stepAt(share, calibration.steps);
  return sigmoid(calibration.intercept + calibration.slope * logit(share));
}

/**
 * Learns from confirmed and rejected links: Platt scaling (Platt 1999) whose two numbers are shrunk to the shipped ones by a
 * normal prior, and isotonic regression from {@link ISOTONIC_FROM} judgements on. Order of the links changes nothing.
 */
export function retrainCalibration(links: readonly JudgedLink[], shipped: Calibration): Calibration {
  const usable = links.filter((link) => Number.isFinite(link.share) && link.share >= 0 && link.share <= 1);
  if (usable.length === 0) return shipped;
  const fitted = fitPlatt(usable, shipped);
  if (usable.length < ISOTONIC_FROM) return fitted;
  return { ...fitted, steps: isotonicRegression(usable.map((link) => ({ x: link.share, y: link.confirmed ? 1 : 0 }))) };
}

export function logit(share: number): number {
  const bounded = Math.min(1 - 1e-9, Math.max(1e-9, share));
  return Math.log(bounded / (1 - bounded));
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Newton's method on two numbers; the penalised likelihood is strictly concave, so it has one answer. */
function fitPlatt(links: readonly JudgedLink[], shipped: Calibration): Calibration {
  // At a probability of one half a judgement carries 1/4 of information about the intercept.
  const precision = PRIOR_LINKS / 4;
  let intercept = shipped.intercept;
  let slope = shipped.slope;
  const points = links
    .map((link) => ({ x: logit(link.share), y: link.confirmed ? 1 : 0 }))
    .sort((a, b) => a.x - b.x || a.y - b.y);
  for (let step = 0; step < 50; step += 1) {
    let g0 = -precision * (intercept - shipped.intercept);
    let g1 = -precision * (slope - shipped.slope);
    let h00 = precision;
    let h01 = 0;
    let h11 = precision;
    for (const { x, y } of points) {
      const p = sigmoid(intercept + slope * x);
      const weight = p * (1 - p);
      g0 += y - p;
      g1 += (y - p) * x;
      h00 += weight;
      h01 += weight * x;
      h11 += weight * x * x;
    }
    const determinant = h00 * h11 - h01 * h01;
    const d0 = (h11 * g0 - h01 * g1) / determinant;
    const d1 = (h00 * g1 - h01 * g0) / determinant;
    intercept += Math.max(-2, Math.min(2, d0));
    slope += Math.max(-2, Math.min(2, d1));
    if (Math.abs(d0) + Math.abs(d1) < 1e-10) break;
  }
  return { intercept, slope };
}

function stepAt(share: number, steps: readonly IsotonicStep[]): number {
  let value = steps[0]?.value ?? share;
  for (const step of steps) {
    if (step.from > share) break;
    value = step.value;
  }
  return value;
}
