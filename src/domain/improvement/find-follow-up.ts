/** How long after its merge a change answers for incidents. */
export interface FollowUp {
  readonly days: number;
  readonly source: 'registered' | 'observed' | 'default';
  /** Lags that it was read from. */
  readonly lags: number;
}

const SHORTEST = 7;
const LONGEST = 90;
/** Without any lag to read: a month holds most of them in public repositories. */
const DEFAULT = 30;

/** The 80th percentile of the observed lags, in whole days within 7–90; what is registered goes before. */
export function findFollowUp(lags: readonly number[], registered: number | null): FollowUp {
  if (registered !== null && registered > 0) {
    return { days: clamp(registered), source: 'registered', lags: lags.length };
  }
  const sorted = [...lags].sort((a, b) => a - b);
  const percentile = sorted[Math.ceil(sorted.length * 0.8) - 1];
  if (percentile === undefined) return { days: DEFAULT, source: 'default', lags: 0 };
  return { days: clamp(percentile), source: 'observed', lags: lags.length };
}

function clamp(days: number): number {
  return Math.min(LONGEST, Math.max(SHORTEST, Math.ceil(days)));
}
