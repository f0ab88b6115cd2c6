import { gammaQuantile } from './gamma-distribution.ts';
import { finite, type Interval, UNINFORMATIVE } from './interval.ts';
import type { EventRate } from './rate-ratio.ts';

/** `rate` is `null` without exposure. */
export interface PoissonRate {
  readonly rate: number | null;
  readonly interval: Interval;
}

/**
 * Events per unit of exposure with Garwood's exact interval: gamma quantiles of shape x and x + 1. Zero events give
 * [0, −ln(α/2)/t]: never "no risk". Source: F. Garwood, Biometrika 28:437, 1936.
 */
export function poissonRate({ events, exposure }: EventRate, confidence = 0.95): PoissonRate {
  if (!(exposure > 0)) return { rate: null, interval: UNINFORMATIVE };
  const tail = (1 - confidence) / 2;
  const lower = events === 0 ? 0 : gammaQuantile(tail, events) / exposure;
  const upper = gammaQuantile(1 - tail, events + 1) / exposure;
  return { rate: finite(events / exposure), interval: { lower: finite(lower), upper: finite(upper) } };
}
