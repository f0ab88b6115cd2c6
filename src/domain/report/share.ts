import type { Interval } from '../stats/interval.ts';
import { proportion } from '../stats/proportion.ts';

/** So many of so many. */
export interface Share {
  readonly count: number;
  readonly of: number;
  /** 0–1; `null` of nothing. */
  readonly share: number | null;
  /** Wilson's, 95 %. */
  readonly interval: Interval;
}

export function shareOf(count: number, of: number): Share {
  const { share, wilson } = proportion(count, of);
  return { count, of, share, interval: wilson };
}
