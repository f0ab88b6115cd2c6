import type { Pair } from './report-period.ts';
import type { Share } from './share.ts';

/** `null` without any. */
export interface Quantiles {
  readonly of: number;
  readonly p50: number | null;
  readonly p90: number | null;
}

/** Speed and steadiness. There is no mean time to anything: a mean is ruled by its few longest. */
export interface Pace {
  readonly merged: Pair<number>;
  readonly perWeek: Pair<number | null>;
  /** In days. */
  readonly openToMerge: Pair<Quantiles>;
  readonly mergeToDeploy: Pair<Quantiles>;
  readonly openToDeploy: Pair<Quantiles>;
  readonly reviewRounds: Pair<Quantiles>;
  readonly reverted: Pair<Share>;
  readonly followUpFixes: Pair<Share>;
}
