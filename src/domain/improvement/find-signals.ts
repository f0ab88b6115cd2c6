import type { ControlPoint } from '../stats/control-limits.ts';

/** A week (or, where events are rare, a wait) that is unlike the baseline. */
export interface Signal {
  /** The day on which it could be seen. */
  readonly day: number;
  /** Where the run that it ends began. */
  readonly since: number;
  readonly rule: 'beyond-limits' | 'run-of-eight';
  readonly direction: 'up' | 'down';
}

const RUN = 8;
const QUIET_DAYS = 28;
/** Equal values may differ in their last digits. */
const ROUNDING = 1e-9;

/**
 * Signals of a chart: one point beyond its limits, or eight in a row on one side of the baseline's median (counts are
 * skewed: they lie below their mean most of the time); at most one in 28 days. `sign` is −1 where a low value is a high
 * rate. `starts` and `seen` are the days on which each point began and could be seen.
 */
export function findSignals(
  points: readonly ControlPoint[],
  baseline: number,
  starts: readonly number[],
  seen: readonly number[],
  sign: 1 | -1,
): Signal[] {
  const middle = median(points.slice(0, baseline).map(({ value }) => value));
  const signals: Signal[] = [];
  let last = Number.NEGATIVE_INFINITY;
  let side = 0;
  let length = 0;
  points.forEach((point, i) => {
    const noise = ROUNDING * (Math.abs(middle) + Math.abs(point.value));
    const now = Math.abs(point.value - middle) <= noise ? 0 : Math.sign(point.value - middle);
    length = now === 0 ? 0 : now === side ? length + 1 : 1;
    side = now;
    const beyond = point.value > point.upper + noise || point.value < point.lower - noise;
    const day = seen[i] ?? 0;
    if ((beyond || length >= RUN) && day - last >= QUIET_DAYS) {
      const begin = beyond ? i : i - length + 1;
      const direction = now * sign > 0 ? 'up' : 'down';
      signals.push({ day, since: starts[begin] ?? day, rule: beyond ? 'beyond-limits' : 'run-of-eight', direction });
      last = day;
    }
  });
  return signals;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] ?? 0;
  return (upper + (sorted[(sorted.length - 1) >> 1] ?? upper)) / 2;
}
