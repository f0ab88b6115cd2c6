/**
 * The k-th smallest (1-based) of all differences x − y, without listing them: the value is halved in on by counting,
 * in time (n + m) × bits. Both sorted ascending; `null` when k is out of range.
 */
export function kthDifference(xs: readonly number[], ys: readonly number[], k: number): number | null {
  const pairs = xs.length * ys.length;
  const first = xs[0];
  const last = xs.at(-1);
  const smallest = ys[0];
  const largest = ys.at(-1);
  if (k < 1 || k > pairs || first === undefined || last === undefined) return null;
  if (smallest === undefined || largest === undefined) return null;
  let low = first - largest;
  let high = last - smallest;
  if (countUpTo(xs, ys, low) >= k) return low;
  // Invariant: fewer than k differences are ≤ low, at least k are ≤ high; ends when no double lies between.
  for (;;) {
    const middle = low + (high - low) / 2;
    if (!(middle > low && middle < high)) return high;
    if (countUpTo(xs, ys, middle) >= k) high = middle;
    else low = middle;
  }
}

/** Median of all differences x − y: how much larger x tends to be. Source: Hodges and Lehmann 1963. */
export function hodgesLehmann(xs: readonly number[], ys: readonly number[]): number | null {
  const pairs = xs.length * ys.length;
  const below = kthDifference(xs, ys, Math.floor((pairs + 1) / 2));
  const above = kthDifference(xs, ys, Math.floor(pairs / 2) + 1);
  return below === null || above === null ? null : (below + above) / 2;
}

function countUpTo(xs: readonly number[], ys: readonly number[], limit: number): number {
  let count = 0;
  let j = 0;
  for (const x of xs) {
    while (j < ys.length && x - (ys[j] ?? 0) > limit) j++;
    count += ys.length - j;
  }
  return count;
}
