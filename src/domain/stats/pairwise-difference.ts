/**
 * The k-th smallest (1-based) of all differences x − y, without listing them: the range is halved by counting, and each
 * end snaps to a difference that exists, in time (n + m) × bits. Both sorted ascending; `null` when k is out of range.
 */
export function kthDifference(xs: readonly number[], ys: readonly number[], k: number): number | null {
  const first = xs[0];
  const last = xs.at(-1);
  const smallest = ys[0];
  const largest = ys.at(-1);
  if (k < 1 || k > xs.length * ys.length || first === undefined || last === undefined) return null;
  if (smallest === undefined || largest === undefined) return null;
  let low = first - largest;
  let high = last - smallest;
  while (low < high) {
    const half = low + (high - low) / 2;
    const middle = half < high ? half : low;
    const { upTo, floor, ceiling } = split(xs, ys, middle);
    if (upTo >= k) high = floor;
    else low = ceiling;
  }
  return low;
}

/** Median of all differences x − y: how much larger x tends to be. Source: Hodges and Lehmann 1963. */
export function hodgesLehmann(xs: readonly number[], ys: readonly number[]): number | null {
  const pairs = xs.length * ys.length;
  const below = kthDifference(xs, ys, Math.floor((pairs + 1) / 2));
  const above = kthDifference(xs, ys, Math.floor(pairs / 2) + 1);
  return below === null || above === null ? null : (below + above) / 2;
}

/** How many differences are at most `limit`, the largest of those, and the smallest of the others. */
function split(xs: readonly number[], ys: readonly number[], limit: number) {
  let upTo = 0;
  let floor = Number.NEGATIVE_INFINITY;
  let ceiling = Number.POSITIVE_INFINITY;
  let j = 0;
  for (const x of xs) {
    while (j < ys.length && x - (ys[j] ?? 0) > limit) j++;
    upTo += ys.length - j;
    if (j < ys.length) floor = Math.max(floor, x - (ys[j] ?? 0));
    if (j > 0) ceiling = Math.min(ceiling, x - (ys[j - 1] ?? 0));
  }
  return { upTo, floor, ceiling };
}
