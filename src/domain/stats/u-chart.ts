import { type ControlChart, controlChart } from './control-limits.ts';
import type { EventRate } from './rate-ratio.ts';

/**
 * Rates of uneven exposure: ū ± 3√(ū/nᵢ), never below 0, with ū = Σx/Σn. Assumes Poisson counts. A period without
 * exposure has no rate: its point sits on the centre and never signals.
 * Source: Montgomery, Introduction to Statistical Quality Control, section 7.3.
 */
export function uChart(periods: readonly EventRate[]): ControlChart {
  const exposure = periods.reduce((sum, period) => sum + period.exposure, 0);
  if (!(exposure > 0)) return controlChart(null, []);
  const center = periods.reduce((sum, period) => sum + period.events, 0) / exposure;
  return controlChart(
    center,
    periods.map((period) => {
      if (!(period.exposure > 0)) return { value: center, lower: center, upper: center };
      const reach = 3 * Math.sqrt(center / period.exposure);
      return { value: period.events / period.exposure, lower: Math.max(0, center - reach), upper: center + reach };
    }),
  );
}
