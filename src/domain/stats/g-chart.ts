import { type ControlChart, controlChart } from './control-limits.ts';

/** Half of the chance beyond three standard deviations of a normal value. */
const TAIL = 0.00135;

/**
 * Pull requests between rare events (g chart): the wait is geometric, and its limits are that distribution's 0.135 %
 * and 99.865 % points with p̂ = 1/(1 + mean). Assumes every pull request equally likely to fail.
 * Sources: Benneyan, Health Care Management Science 4:305, 2001; Kaminsky et al., JQT 24:63, 1992.
 */
export function gChart(waits: readonly number[]): ControlChart {
  if (waits.length === 0) return controlChart(null, []);
  const center = waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
  const logMiss = Math.log(center / (1 + center));
  const lower = center > 0 ? Math.max(0, Math.ceil(Math.log1p(-TAIL) / logMiss) - 1) : 0;
  const upper = center > 0 ? Math.ceil(Math.log(TAIL) / logMiss) - 1 : 0;
  return controlChart(
    center,
    waits.map((value) => ({ value, lower, upper })),
  );
}
