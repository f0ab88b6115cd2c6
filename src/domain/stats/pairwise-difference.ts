/** Distinct values, ascending, and how often each was seen. */
export interface CountedValues {
  readonly values: readonly number[];
  readonly counts: readonly number[];
}

export function countValues(given: readonly number[]): CountedValues {
  const values: number[] = [];
  const counts: number[] = [];
  for (const value of [...given].sort((a, b) => a - b)) {
    const last = counts.length - 1;
    if (values[last] === value) counts[last] = (counts[last] ?? 0) + 1;
    else {
      values.push(value);
      counts.push(1);
    }
  }
  return { values, counts };
}

export function sizeOf({ counts }: CountedValues): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * The k-th smallest (1-based) of all differences x − y, without listing them: the range is halved by counting, and each
 * end snaps to a difference that exists, in time (distinct x + distinct y) × bits. `null` when k is out of range.
 */
export function kthDifference(xs: CountedValues, ys: CountedValues, k: number): number | null {
  const first = xs.values[0];
  const last = xs.values.at(-1);
  const smallest = ys.values[0];
  const largest = ys.values.at(-1);
  const total = sizeOf(ys);
  if (k < 1 || k > sizeOf(xs) * total || first === undefined || last === undefined) return null;
  if (smallest === undefined || largest === undefined) return null;
  let low = first - largest;
  let high = last - smallest;
  while (low < high) {
    const half = low + (high - low) / 2;
    const middle = half < high ? half : low;
    const { upTo, floor, ceiling } = split(xs, ys, total, middle);
    if (upTo >= k) high = floor;
    else low = ceiling;
  }
  return low;
}

/** Median of all differences x − y: how much larger x tends to be. Source: Hodges and Lehmann 1963. */
export function hodgesLehmann(xs: CountedValues, ys: CountedValues): number | null {
  const pairs = sizeOf(xs) * sizeOf(ys);
  const below = kthDifference(xs, ys, Math.floor((pairs + 1) / 2));
  const above = kthDifference(xs, ys, Math.floor(pairs / 2) + 1);
  return below === null || above === null ? null : (below + above) / 2;
}

/** How many differences are at most `limit`, the largest of those, and the smallest of the others. */
function split(xs: CountedValues, ys: CountedValues, total: number, limit: number) {
  let upTo = 0;
  let floor = Number.NEGATIVE_INFINITY;
  let ceiling = Number.POSITIVE_INFINITY;
  let j = 0;
  let passed = 0;
  xs.values.forEach((x, i) => {
    for (; j < ys.values.length && x - (ys.values[j] ?? 0) > limit; j++) passed += ys.counts[j] ?? 0;
    upTo += (xs.counts[i] ?? 0) * (total - passed);
    if (j < ys.values.length) floor = Math.max(floor, x - (ys.values[j] ?? 0));
    if (j > 0) ceiling = Math.min(ceiling, x - (ys.values[j - 1] ?? 0));
  });
  return { upTo, floor, ceiling };
}
