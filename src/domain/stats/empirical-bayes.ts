export interface ExpectedCount {
  /** Weight of the model's expectation, 0–1. */
  readonly weight: number;
  readonly estimate: number;
  /** Standard deviation of the estimate, √((1 − weight) × estimate). */
  readonly deviation: number;
}

/**
 * What to expect of a place whose own count was just striking: weight × expected + (1 − weight) × observed, with
 * weight = 1/(1 + expected/overdispersion). `overdispersion` is the gamma shape for that exposure; infinite means
 * that all places are alike. This is what takes regression to the mean out of a before/after comparison.
 * Source: Hauer, Harwood, Council and Griffith, Transportation Research Record 1784:126, 2002.
 */
export function expectedCount(expected: number, overdispersion: number, observed: number): ExpectedCount {
  const weight =
    overdispersion === Number.POSITIVE_INFINITY || expected === 0 ? 1 : 1 / (1 + expected / overdispersion);
  const estimate = weight * expected + (1 - weight) * observed;
  return { weight, estimate, deviation: Math.sqrt((1 - weight) * estimate) };
}
