import { binomialLowerTail } from './binomial-distribution.ts';

/** 1-based ranks of the values that bound a quantile; `null` where the sample is too small for a bound. */
export interface QuantileRanks {
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * Which of n ordered values bound the quantile q, free of any distribution: the values below the quantile are
 * binomial(n, q), and each tail holds at most (1 − confidence)/2. Source: H. A. David and H. N. Nagaraja, Order
 * Statistics, 3rd ed., 2003, section 7.1.
 */
export function quantileRanks(n: number, q: number, confidence = 0.95): QuantileRanks {
  const tail = (1 - confidence) / 2;
  const below = (k: number) => binomialLowerTail(k, { n, p: q, q: 1 - q });
  const lower = firstWhere((rank) => below(rank) > tail, n);
  const upper = firstWhere((rank) => below(rank) >= 1 - tail, n) + 1;
  return { lower: lower === 0 ? null : lower, upper: upper > n ? null : upper };
}

/** The smallest k in [0, n] where a rising test holds; it holds at n. */
function firstWhere(test: (k: number) => boolean, n: number): number {
  let low = 0;
  let high = n;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
