/**
 * How often which value was seen, in bins: mergeable, and small however much was counted. Flat pairs: bin, count, bin,
 * count, …; by bin, each once.
 */
export type Sketch = ArrayLike<number>;

/** How values fall into bins. `valueOf` gives what stands for a bin; bins and their values rise together. */
export interface BinScale {
  readonly binOf: (value: number) => number;
  readonly valueOf: (bin: number) => number;
}

/** More than a century, at 1 %. What lies beyond falls into the last bin. */
const BINS = 4_096;
const ERROR = 0.01;
const BASE = (1 + ERROR) / (1 - ERROR);
/** GitHub's times are whole seconds: what is shorter was no wait. */
const SHORTEST_DAYS = 1 / 86_400;

/**
 * Durations in days: bin 0 is no wait, bin i holds (s × b^(i−1), s × b^i] with s of one second and b = 1.01/0.99. Its
 * value is at most 1 % from any in it. Source of the scale: Masson, Rim and Lee, DDSketch, PVLDB 12:2195, 2019.
 */
export const DURATIONS: BinScale = {
  binOf: (days) => (days < SHORTEST_DAYS ? 0 : within(Math.ceil(Math.log(days / SHORTEST_DAYS) / Math.log(BASE)) + 1)),
  valueOf: (bin) => (bin === 0 ? 0 : (2 * SHORTEST_DAYS * BASE ** (bin - 1)) / (BASE + 1)),
};

/** Small whole numbers: each is its own bin. */
export const COUNTS: BinScale = {
  binOf: (value) => within(Math.round(value)),
  valueOf: (bin) => bin,
};

function within(bin: number): number {
  return Math.min(BINS - 1, Math.max(0, bin));
}

/** What is no finite number is left out; a negative wait is none. */
export function sketchOf({ binOf }: BinScale, values: readonly number[]): Sketch {
  const bins = values.filter(Number.isFinite).map((value) => binOf(Math.max(0, value)));
  const sketch: number[] = [];
  for (const bin of bins.sort((a, b) => a - b)) {
    const last = sketch.length - 2;
    if (sketch[last] === bin) sketch[last + 1] = (sketch[last + 1] ?? 0) + 1;
    else sketch.push(bin, 1);
  }
  return sketch;
}

/** Of one scale. */
export function mergeSketches(sketches: readonly Sketch[]): Sketch {
  const first = sketches.reduce((bin, sketch) => Math.min(bin, sketch[0] ?? BINS), BINS);
  const last = sketches.reduce((bin, sketch) => Math.max(bin, sketch[sketch.length - 2] ?? 0), 0);
  const counts = new Float64Array(Math.max(0, last - first + 1));
  for (const sketch of sketches) {
    for (let i = 0; i < sketch.length; i += 2) {
      const bin = (sketch[i] ?? 0) - first;
      counts[bin] = (counts[bin] ?? 0) + (sketch[i + 1] ?? 0);
    }
  }
  const merged: number[] = [];
  counts.forEach((count, bin) => {
    if (count > 0) merged.push(first + bin, count);
  });
  return merged;
}

/** How many values it holds. */
export function sketchSize(sketch: Sketch): number {
  let size = 0;
  for (let i = 1; i < sketch.length; i += 2) size += sketch[i] ?? 0;
  return size;
}

/** The smallest value that at least a share `q` (0–1) of the values do not exceed; `null` of nothing. */
export function sketchQuantile(scale: BinScale, sketch: Sketch, q: number): number | null {
  return valueAt(scale, sketch, Math.max(1, Math.ceil(q * sketchSize(sketch))));
}

/** The middle value, or the mean of the two in the middle. */
export function sketchMedian(scale: BinScale, sketch: Sketch): number | null {
  const size = sketchSize(sketch);
  const lower = valueAt(scale, sketch, Math.ceil(size / 2));
  const upper = valueAt(scale, sketch, Math.floor(size / 2) + 1);
  return lower === null || upper === null ? null : (lower + upper) / 2;
}

/** By 1-based rank. */
function valueAt(scale: BinScale, sketch: Sketch, rank: number): number | null {
  let seen = 0;
  for (let i = 0; i < sketch.length; i += 2) {
    seen += sketch[i + 1] ?? 0;
    if (seen >= rank) return scale.valueOf(sketch[i] ?? 0);
  }
  return null;
}
