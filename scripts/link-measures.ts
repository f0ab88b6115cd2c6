import { wilsonInterval } from './wilson-interval.ts';

/** What a method answered for one fix: units, most likely first, and its confidence in the first when it has one. */
export interface Answer {
  readonly ranked: readonly string[];
  readonly confidence?: number;
}

type Bounds = readonly [number, number];

export interface Measures {
  readonly n: number;
  /** Fixes for which the method named anything. */
  readonly answered: number;
  /** Precision of the first answer among the answered; `null` without any. */
  readonly p1: number | null;
  readonly hit: Readonly<Record<'1' | '3' | '5' | '10', number>>;
  readonly mrr: number;
  /** Wilson intervals, 95 %. */
  readonly wilson: { readonly p1: Bounds; readonly hit: Readonly<Record<'1' | '3' | '5' | '10', Bounds>> };
}

export function measure(answers: readonly Answer[], causes: readonly string[]): Measures {
  const ranks = answers.map((answer, i) => answer.ranked.indexOf(causes[i] ?? '') + 1);
  const within = (k: number): number => ranks.filter((rank) => rank > 0 && rank <= k).length;
  const answered = answers.filter((answer) => answer.ranked.length > 0).length;
  const n = answers.length;
  const share = (k: number): number => (n === 0 ? 0 : within(k) / n);
  const bounds = (k: number): Bounds => wilsonInterval(within(k), n);
  return {
    n,
    answered,
    p1: answered === 0 ? null : within(1) / answered,
    hit: { 1: share(1), 3: share(3), 5: share(5), 10: share(10) },
    mrr: n === 0 ? 0 : ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / n,
    wilson: {
      p1: wilsonInterval(within(1), answered),
      hit: { 1: bounds(1), 3: bounds(3), 5: bounds(5), 10: bounds(10) },
    },
  };
}

export interface CalibrationMeasures {
  readonly n: number;
  readonly meanConfidence: number;
  readonly brier: number;
  /** Spiegelhalter (1986): |z| < 1.96 when the confidences may be true probabilities. */
  readonly spiegelhalterZ: number;
  /** Cox's calibration slope and intercept (logistic regression on the logit of the confidence), 95 % Wald intervals; 1 and 0 are right. */
  readonly slope: { readonly value: number; readonly interval: readonly [number, number] };
  readonly intercept: { readonly value: number; readonly interval: readonly [number, number] };
  /** Expected calibration error, ten bins of equal width. */
  readonly ece: number;
  /** The same error of a perfectly calibrated linker with these confidences: mean and 95th percentile of simulations. */
  readonly eceIfPerfect: { readonly mean: number; readonly p95: number };
  readonly confident: {
    readonly from: number;
    readonly n: number;
    readonly precision: number | null;
    readonly wilson: Bounds;
  };
}

export function measureCalibration(
  points: readonly { readonly confidence: number; readonly right: boolean }[],
): CalibrationMeasures {
  const n = points.length;
  const p = points.map((point) => Math.min(1 - 1e-9, Math.max(1e-9, point.confidence)));
  const y = points.map((point) => (point.right ? 1 : 0));
  let numerator = 0;
  let variance = 0;
  let brier = 0;
  for (const [i, confidence] of p.entries()) {
    const outcome = y[i] ?? 0;
    numerator += (outcome - confidence) * (1 - 2 * confidence);
    variance += (1 - 2 * confidence) ** 2 * confidence * (1 - confidence);
    brier += (outcome - confidence) ** 2 / n;
  }
  const confident = points.filter((point) => point.confidence >= 0.8);
  const right = confident.filter((point) => point.right).length;
  return {
    n,
    meanConfidence: p.reduce((sum, confidence) => sum + confidence, 0) / n,
    brier,
    spiegelhalterZ: numerator / Math.sqrt(variance),
    ...coxRegression(p, y),
    ece: expectedCalibrationError(p, y),
    eceIfPerfect: simulatedError(p),
    confident: {
      from: 0.8,
      n: confident.length,
      precision: confident.length === 0 ? null : right / confident.length,
      wilson: wilsonInterval(right, confident.length),
    },
  };
}

function coxRegression(p: readonly number[], y: readonly number[]): Pick<CalibrationMeasures, 'slope' | 'intercept'> {
  const x = p.map((confidence) => Math.log(confidence / (1 - confidence)));
  let a = 0;
  let b = 1;
  let h00 = 0;
  let h01 = 0;
  let h11 = 0;
  for (let step = 0; step < 100; step += 1) {
    let g0 = 0;
    let g1 = 0;
    h00 = 1e-9;
    h01 = 0;
    h11 = 1e-9;
    for (const [i, value] of x.entries()) {
      const q = 1 / (1 + Math.exp(-(a + b * value)));
      g0 += (y[i] ?? 0) - q;
      g1 += ((y[i] ?? 0) - q) * value;
      h00 += q * (1 - q);
      h01 += q * (1 - q) * value;
      h11 += q * (1 - q) * value * value;
    }
    const determinant = h00 * h11 - h01 * h01;
    const d0 = (h11 * g0 - h01 * g1) / determinant;
    const d1 = (h00 * g1 - h01 * g0) / determinant;
    a += Math.max(-1, Math.min(1, d0));
    b += Math.max(-1, Math.min(1, d1));
    if (Math.abs(d0) + Math.abs(d1) < 1e-10) break;
  }
  const determinant = h00 * h11 - h01 * h01;
  const wald = (value: number, variance: number): { value: number; interval: readonly [number, number] } => {
    const spread = 1.959963984540054 * Math.sqrt(variance);
    return { value, interval: [value - spread, value + spread] };
  };
  return { slope: wald(b, h00 / determinant), intercept: wald(a, h11 / determinant) };
}

function expectedCalibrationError(p: readonly number[], y: readonly number[]): number {
  const bins = Array.from({ length: 10 }, () => ({ n: 0, p: 0, y: 0 }));
  for (const [i, confidence] of p.entries()) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))];
    if (bin === undefined) continue;
    bin.n += 1;
    bin.p += confidence;
    bin.y += y[i] ?? 0;
  }
  return bins.reduce((sum, bin) => sum + Math.abs(bin.p - bin.y) / p.length, 0);
}

function simulatedError(p: readonly number[]): { mean: number; p95: number } {
  // mulberry32: the same numbers on every machine.
  let state = 20_261_124;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const errors = Array.from({ length: 2_000 }, () =>
    expectedCalibrationError(
      p,
      p.map((confidence) => (random() < confidence ? 1 : 0)),
    ),
  ).sort((a, b) => a - b);
  return {
    mean: errors.reduce((sum, error) => sum + error, 0) / errors.length,
    p95: errors[Math.floor(errors.length * 0.95)] ?? 0,
  };
}
