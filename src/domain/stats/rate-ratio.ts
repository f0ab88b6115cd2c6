import {
  type Binomial,
  binomialLowerTail,
  binomialUpperTail,
  clopperPearsonLower,
  clopperPearsonUpper,
} from './binomial-distribution.ts';
import { findRoot } from './find-root.ts';
import { finite, type Interval, UNINFORMATIVE } from './interval.ts';
import { binomialDensity } from './saddle-point.ts';

/** Events counted over an exposure (merged pull requests, days, …). */
export interface EventRate {
  /** Whole, ≥ 0. */
  readonly events: number;
  /** ≥ 0, in any unit that both rates share. */
  readonly exposure: number;
}

export interface RateRatio {
  /** (x₁/t₁)/(x₂/t₂); `null` when x₂ = 0 or an exposure is missing. */
  readonly ratio: number | null;
  /** Exact central interval: each tail holds at most (1 − confidence)/2. */
  readonly central: Interval;
  /** Mid-p interval: half of the observed outcome's probability counts, so it is shorter and right on average. */
  readonly midP: Interval;
  /** Belongs to `central`: twice the smaller tail. */
  readonly pCentral: number;
  /** Belongs to `midP`. */
  readonly pMidP: number;
  /** Sum of the outcomes no likelier than the observed one. Belongs to neither interval: never print it beside them. */
  readonly pMinlike: number;
  readonly problem: 'no-events' | 'no-exposure' | null;
}

/**
 * Compares two Poisson rates exactly. Given n = x₁ + x₂, x₁ is binomial(n, π) with π/(1 − π) = ratio × t₁/t₂.
 * Assumes events independent of one another (dispersion 1); counts spread wider than Poisson need `quasiRateRatio`.
 * Sources: Clopper and Pearson 1934; Fay, R Journal 2(1):53, 2010 (which p belongs to which interval).
 */
export function rateRatio(first: EventRate, second: EventRate, confidence = 0.95): RateRatio {
  const x = first.events;
  const n = x + second.events;
  if (!(first.exposure > 0 && second.exposure > 0)) return nothing('no-exposure');
  if (n === 0) return nothing('no-events');
  const total = first.exposure + second.exposure;
  const null_: Binomial = { n, p: first.exposure / total, q: second.exposure / total };
  const perOdds = second.exposure / first.exposure;
  const tail = (1 - confidence) / 2;
  const lower = binomialLowerTail(x, null_);
  const upper = binomialUpperTail(x, null_);
  const half = binomialDensity(x, n, null_.p, null_.q) / 2;
  return {
    ratio: second.events === 0 ? null : (x / second.events) * perOdds,
    central: centralInterval(x, n, tail, perOdds),
    midP: midPInterval(x, n, tail, perOdds),
    pCentral: Math.min(1, 2 * Math.min(lower, upper)),
    pMidP: Math.min(1, 2 * Math.min(lower - half, upper - half)),
    pMinlike: minlikeP(x, null_),
    problem: null,
  };
}

function nothing(problem: 'no-events' | 'no-exposure'): RateRatio {
  return { ratio: null, central: UNINFORMATIVE, midP: UNINFORMATIVE, pCentral: 1, pMidP: 1, pMinlike: 1, problem };
}

function centralInterval(x: number, n: number, tail: number, perOdds: number): Interval {
  const low = clopperPearsonLower(x, n, tail);
  const high = clopperPearsonUpper(x, n, tail);
  return { lower: (low.p / low.q) * perOdds, upper: finite((high.p / high.q) * perOdds) };
}

function midPInterval(x: number, n: number, tail: number, perOdds: number): Interval {
  const extreme = (2 * tail) ** (1 / n);
  const edge = (1 - extreme) / extreme;
  if (x === 0) return { lower: 0, upper: edge * perOdds };
  if (x === n) return { lower: perOdds / edge, upper: null };
  const low = clopperPearsonLower(x, n, tail);
  const high = clopperPearsonUpper(x, n, tail);
  const from = Math.log(low.p / low.q);
  const to = Math.log(high.p / high.q);
  const lower = findRoot((u) => midPTail(binomialUpperTail, x, n, u) - tail, from, to);
  const upper = findRoot((u) => midPTail(binomialLowerTail, x, n, u) - tail, from, to);
  return { lower: Math.exp(lower) * perOdds, upper: Math.exp(upper) * perOdds };
}

/** The tail with half of the observed outcome, at log odds u. */
function midPTail(tail: (x: number, d: Binomial) => number, x: number, n: number, u: number): number {
  const p = 1 / (1 + Math.exp(-u));
  const q = 1 / (1 + Math.exp(u));
  return tail(x, { n, p, q }) - binomialDensity(x, n, p, q) / 2;
}

/** Outcomes whose densities differ by less than this factor count as equally likely, as in R's `binom.test`. */
const TIE = 1 + 1e-7;

function minlikeP(x: number, null_: Binomial): number {
  const { n, p, q } = null_;
  const mean = n * p;
  if (x === mean) return 1;
  const limit = binomialDensity(x, n, p, q) * TIE;
  const noLikelier = (k: number) => binomialDensity(k, n, p, q) <= limit;
  if (x < mean) {
    const from = firstWhere(noLikelier, Math.ceil(mean), n);
    return Math.min(1, binomialLowerTail(x, null_) + (from > n ? 0 : binomialUpperTail(from, null_)));
  }
  const to = -firstWhere((k) => noLikelier(-k), -Math.floor(mean), 0);
  return Math.min(1, binomialUpperTail(x, null_) + (to < 0 ? 0 : binomialLowerTail(to, null_)));
}

/** The first whole number in [from, to] where a monotone test turns true, or to + 1: the density falls off the mode. */
function firstWhere(test: (k: number) => boolean, from: number, to: number): number {
  let low = from;
  let high = to + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
