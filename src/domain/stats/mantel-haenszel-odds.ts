import { type Interval, interval, UNINFORMATIVE } from './interval.ts';
import { normalQuantile } from './normal-distribution.ts';

/** A two-by-two table inside one stratum. */
export interface OddsStratum {
  readonly exposedEvents: number;
  readonly unexposedEvents: number;
  readonly exposedNonEvents: number;
  readonly unexposedNonEvents: number;
}

export interface MantelHaenszelOdds {
  /** `null` when no stratum has events on both sides. */
  readonly oddsRatio: number | null;
  readonly interval: Interval;
  /** Cochran–Mantel–Haenszel test with Yates' correction of ½ (none when the excess is below ½). */
  readonly chiSquareCorrected: number;
  readonly chiSquare: number;
}

/**
 * Σ ad/n ÷ Σ bc/n over strata, interval by Robins, Breslow and Greenland. Strata of one subject say nothing and are
 * left out. Assumes one common odds ratio and independent subjects.
 * Sources: Mantel and Haenszel, JNCI 22:719, 1959; Robins, Breslow and Greenland, Biometrics 42:311, 1986.
 */
export function mantelHaenszelOdds(strata: readonly OddsStratum[], confidence = 0.95): MantelHaenszelOdds {
  let r = 0;
  let s = 0;
  let pr = 0;
  let cross = 0;
  let qs = 0;
  let excess = 0;
  let variance = 0;
  for (const stratum of strata) {
    const { exposedEvents: a, unexposedEvents: b, exposedNonEvents: c, unexposedNonEvents: d } = stratum;
    const n = a + b + c + d;
    if (n < 2) continue;
    const ri = (a * d) / n;
    const si = (b * c) / n;
    const p = (a + d) / n;
    const q = (b + c) / n;
    r += ri;
    s += si;
    pr += p * ri;
    cross += p * si + q * ri;
    qs += q * si;
    excess += a - ((a + c) * (a + b)) / n;
    variance += ((a + c) * (b + d) * (a + b) * (c + d)) / (n * n * (n - 1));
  }
  const corrected = Math.abs(excess) - (Math.abs(excess) >= 0.5 ? 0.5 : 0);
  return {
    oddsRatio: s > 0 ? r / s : null,
    interval: r > 0 && s > 0 ? logInterval(r, s, pr, cross, qs, confidence) : UNINFORMATIVE,
    chiSquareCorrected: variance > 0 ? corrected ** 2 / variance : 0,
    chiSquare: variance > 0 ? excess ** 2 / variance : 0,
  };
}

function logInterval(r: number, s: number, pr: number, cross: number, qs: number, confidence: number): Interval {
  const variance = pr / (2 * r * r) + cross / (2 * r * s) + qs / (2 * s * s);
  const reach = normalQuantile((1 + confidence) / 2) * Math.sqrt(variance);
  return interval((r / s) * Math.exp(-reach), (r / s) * Math.exp(reach));
}
