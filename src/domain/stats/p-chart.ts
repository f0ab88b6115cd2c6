import { type ControlChart, controlChart } from './control-limits.ts';

/** k of n in one period. */
export interface Share {
  readonly k: number;
  readonly n: number;
}

/**
 * Shares: p̄ ± 3√(p̄(1−p̄)/nᵢ), within [0, 1], with p̄ = Σk/Σn. Assumes independent trials. A period without trials
 * sits on the centre. Source: NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.3.2.
 */
export function pChart(periods: readonly Share[]): ControlChart {
  const trials = periods.reduce((sum, period) => sum + period.n, 0);
  if (!(trials > 0)) return controlChart(null, []);
  const center = periods.reduce((sum, period) => sum + period.k, 0) / trials;
  return controlChart(
    center,
    periods.map(({ k, n }) => {
      if (!(n > 0)) return { value: center, lower: center, upper: center };
      const reach = 3 * Math.sqrt((center * (1 - center)) / n);
      return { value: k / n, lower: Math.max(0, center - reach), upper: Math.min(1, center + reach) };
    }),
  );
}
