import { normalCdf, normalQuantile } from './normal-distribution.ts';

export const ALTERNATIVES = ['two-sided', 'smaller', 'larger'] as const;
export type Alternative = (typeof ALTERNATIVES)[number];

export interface RatePowerDesign {
  /** Events per unit of exposure, > 0. */
  readonly rate1: number;
  readonly rate2: number;
  /** Units (periods, repositories) in the first group. */
  readonly units: number;
  /** Exposure of one unit. */
  readonly exposure: number;
  /** Ratio under the null hypothesis. */
  readonly nullRatio: number;
  readonly alpha: number;
  readonly alternative: Alternative;
  /** Units in the second group per unit in the first; 1 when absent. */
  readonly unitsRatio?: number;
  /** Variance over mean; 1 when absent. */
  readonly dispersion?: number;
}

/**
 * Power of the log rate ratio's Wald test against `nullRatio`: the error is √(dispersion × (1/x₁ + 1/x₂)) at the counts
 * expected under the alternative. Good from about 20 expected events. `null` when a rate, the exposure or the size is
 * not above zero. Sources: Zhu and Lakkis, Statistics in Medicine 33:376, 2014; PASS manual, chapter 437.
 */
export function rateRatioPower(design: RatePowerDesign): number | null {
  const { rate1, rate2, units, exposure, nullRatio, alpha, alternative, unitsRatio = 1, dispersion = 1 } = design;
  if (!(rate1 > 0 && rate2 > 0 && units > 0 && exposure > 0 && nullRatio > 0 && unitsRatio > 0)) return null;
  const error = Math.sqrt((dispersion / exposure / units) * (1 / rate1 + 1 / (unitsRatio * rate2)));
  const effect = Math.log(rate1 / rate2 / nullRatio) / error;
  const critical = -normalQuantile(alternative === 'two-sided' ? alpha / 2 : alpha);
  let power = 0;
  if (alternative !== 'smaller') power += normalCdf(effect - critical);
  if (alternative !== 'larger') power += normalCdf(-critical - effect);
  return power;
}
