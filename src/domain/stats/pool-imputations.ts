import { type LogRatio, logRatio, NO_RATIO } from './quasi-rate-ratio.ts';

/** A log ratio from one completed data set. */
export interface Imputation {
  readonly log: number;
  readonly error: number;
}

/**
 * Pools estimates from data completed several times at random (Rubin's rules): the mean, and the mean variance within
 * plus (1 + 1/m) times the variance between. Degrees of freedom by Barnard and Rubin, from `df` of the complete data.
 * Sources: Rubin 1987; Barnard and Rubin, Biometrika 86:948, 1999.
 */
export function poolImputations(imputations: readonly Imputation[], df: number): LogRatio {
  const m = imputations.length;
  if (m === 0 || !(df > 0)) return NO_RATIO;
  const mean = imputations.reduce((sum, { log }) => sum + log, 0) / m;
  const within = imputations.reduce((sum, { error }) => sum + error ** 2, 0) / m;
  const between = m > 1 ? imputations.reduce((sum, { log }) => sum + (log - mean) ** 2, 0) / (m - 1) : 0;
  const extra = (1 + 1 / m) * between;
  const total = within + extra;
  const missing = extra / total;
  const complete = ((df + 1) / (df + 3)) * df * (1 - missing);
  const sampled = missing > 0 ? (m - 1) / missing ** 2 : Number.POSITIVE_INFINITY;
  const pooledDf = 1 / (1 / complete + 1 / sampled);
  return logRatio(Math.exp(mean), Math.sqrt(total), pooledDf);
}
