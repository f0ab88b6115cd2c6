import { findRoot } from './find-root.ts';
import { normalQuantile } from './normal-distribution.ts';
import { tQuantile } from './t-distribution.ts';

export interface DetectionDesign {
  /** Events in the window before (or the control's). */
  readonly eventsBefore: number;
  /** Exposure after ÷ exposure before. */
  readonly exposureRatio: number;
  /** Variance over mean. */
  readonly dispersion: number;
  /** Of the test's t distribution; infinite for a normal one. */
  readonly df: number;
  /** Variance of the log ratio that more events here do not lessen: a control area's. 0 when absent. */
  readonly extraVariance?: number;
  /** 0.8 when absent. */
  readonly power?: number;
}

const ALPHA = 0.05;

/**
 * The ratio nearest to 1, below it, that a two-sided 5 % test finds with the given power: |ln r| = (t + z) × error at
 * r, error² = φ(1/x + 1/(r k x)). `null` when even the total absence of events would not be found.
 * Source: Wald power, as `rateRatioPower`.
 */
export function smallestDetectableRatio(design: DetectionDesign): number | null {
  const { eventsBefore, exposureRatio, dispersion, extraVariance = 0 } = design;
  const reach = criticalReach(design);
  if (!(eventsBefore > 0 && exposureRatio > 0 && Number.isFinite(reach))) return null;
  const variance = (u: number) => (dispersion / eventsBefore) * (1 + 1 / (Math.exp(u) * exposureRatio)) + extraVariance;
  const gap = (u: number) => -u - reach * Math.sqrt(variance(u));
  // The gap rises and falls again as r → 0 (fewer events after); its peak decides whether any ratio can be found.
  let peak = 0;
  for (let u = 0; u > -12; u -= 0.01) if (gap(u) > gap(peak)) peak = u;
  if (!(gap(peak) > 0)) return null;
  return Math.exp(findRoot(gap, peak, 0));
}

/**
 * How many times the exposure before is needed after, so that a ratio is found with the given power; `null` when no
 * exposure is enough because too few events were counted before.
 */
export function exposureRatioNeeded(ratio: number, design: Omit<DetectionDesign, 'exposureRatio'>): number | null {
  const { eventsBefore, dispersion, extraVariance = 0 } = design;
  const allowed = (Math.log(ratio) / criticalReach(design)) ** 2 - dispersion / eventsBefore - extraVariance;
  return allowed > 0 ? dispersion / (ratio * eventsBefore * allowed) : null;
}

/** Events needed before, at equal exposure after: φ (t + z)² (1 + 1/r)/(ln r)². */
export function eventsNeededBefore(ratio: number, dispersion = 1, power = 0.8): number {
  const reach = normalQuantile(1 - ALPHA / 2) + normalQuantile(power);
  return Math.ceil((dispersion * reach ** 2 * (1 + 1 / ratio)) / Math.log(ratio) ** 2);
}

function criticalReach({ df, power = 0.8 }: { readonly df: number; readonly power?: number }): number {
  if (!(df > 0)) return Number.NaN;
  return tQuantile(1 - ALPHA / 2, df) + normalQuantile(power);
}
