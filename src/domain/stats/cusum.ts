export interface Cusum {
  /** Σ of what exceeds target + k, restarting at 0. */
  readonly high: readonly number[];
  /** Σ of what falls short of target − k. */
  readonly low: readonly number[];
  /** Zero-based index of the first sum beyond h; `null` when none is. */
  readonly firstSignal: number | null;
}

export interface CusumDesign {
  readonly target: number;
  /** Allowance: half of the shift worth finding, in the units of x. */
  readonly k: number;
  /** Decision interval, in the units of x. */
  readonly h: number;
}

/**
 * Tabular CUSUM: S⁺ᵢ = max(0, S⁺ᵢ₋₁ + xᵢ − target − k), S⁻ᵢ = max(0, S⁻ᵢ₋₁ + target − k − xᵢ). Finds small lasting
 * shifts that a chart's single points hide. Source: NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.3.
 */
export function cusum(values: readonly number[], { target, k, h }: CusumDesign): Cusum {
  const high: number[] = [];
  const low: number[] = [];
  let up = 0;
  let down = 0;
  let firstSignal: number | null = null;
  values.forEach((x, i) => {
    up = Math.max(0, up + x - target - k);
    down = Math.max(0, down + target - k - x);
    high.push(up);
    low.push(down);
    if (firstSignal === null && (up > h || down > h)) firstSignal = i;
  });
  return { high, low, firstSignal };
}
