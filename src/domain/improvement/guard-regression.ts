import { expectedCount } from '../stats/empirical-bayes.ts';
import { gammaPoisson } from '../stats/gamma-poisson.ts';
import { type LogRatio, logRatio, NO_RATIO } from '../stats/quasi-rate-ratio.ts';
import type { DayRange } from './day.ts';
import { estimateRatio, type Estimator, type RatioEstimate, type Windows } from './estimate-ratio.ts';
import type { Signal } from './find-signals.ts';
import { countArea, type DayTally } from './tally-days.ts';

/** The same estimate without the weeks that may have provoked the action. */
export interface RegressionGuard {
  /** A signal in the eight weeks before the action; `null` when there was none, or none could be called. */
  readonly signal: Signal | null;
  /** Days taken out of the window before. */
  readonly trigger: DayRange;
  /** Rolling windows of 28 days that end before the trigger. */
  readonly priorWindows: number;
  /** Incidents that the repository's own usual level lets expect in what is left of the window before. */
  readonly expectedBefore: number | null;
  readonly observedBefore: number;
  /** Weight of the prior in that expectation. */
  readonly weight: number | null;
  readonly estimate: LogRatio;
  /** The guarded ratio ÷ the unguarded one: what the guard changed. */
  readonly difference: number | null;
  /** `too-few-windows` forbids *improved* and *worse*. */
  readonly problem: 'too-few-windows' | 'no-estimate' | null;
}

const TRIGGER_DAYS = 56;
const PRIOR_DAYS = 28;
const PRIOR_STEP = 7;
const FEWEST_WINDOWS = 8;

/**
 * Layer 6: guards against regression to the mean. A team acts after bad weeks, and ordinary weeks follow bad ones by
 * themselves. The weeks before the action are dropped (eight, or back to where the signal began, less the usual lag),
 * and the count of what is left is replaced by the empirical-Bayes expectation (x + α)/(t + β) × t, its gamma prior from
 * the repository's own rolling windows before the trigger. It is computed with or without a signal: to look for a
 * signal first would be a pre-test.
 */
export function guardRegression(
  tally: DayTally,
  windows: Windows,
  estimator: Estimator,
  unguarded: RatioEstimate,
  signals: readonly Signal[],
  lag: number,
): RegressionGuard {
  const start = windows.before.to;
  const signal = signals.findLast(({ day }) => day <= start && day > start - TRIGGER_DAYS) ?? null;
  const from = Math.min(start - TRIGGER_DAYS, (signal?.since ?? start) - Math.ceil(lag));
  const trigger = { from, to: start };
  const rest: Windows = { before: { from: windows.before.from, to: from }, after: windows.after };
  const prior = rollingWindows(tally, from);
  const observedBefore = countArea(tally, 'subject', rest.before).events;
  const shared = { signal, trigger, priorWindows: prior.length, observedBefore };
  const nothing = { ...shared, expectedBefore: null, weight: null, estimate: NO_RATIO, difference: null };
  if (prior.length < FEWEST_WINDOWS || rest.before.to <= rest.before.from)
    return { ...nothing, problem: 'too-few-windows' };
  const plain = estimateRatio(tally, rest, estimator);
  const before = plain.subject.before;
  const fitted = gammaPoisson(prior);
  const history = countArea(tally, 'subject', { from: tally.firstDay, to: from });
  if (fitted.mean === null || plain.ratio === null || plain.error === null || before.events === 0) {
    return { ...nothing, estimate: plain, problem: 'no-estimate' };
  }
  const shape = fitted.alpha ?? Number.POSITIVE_INFINITY;
  const { weight, estimate } = expectedCount(fitted.mean * before.exposure, shape, before.events);
  const { phi, df } = plain.dispersion;
  // The observed count's share of the error gives way to that of the expectation, which is never surer than its prior.
  const uncertainty = Math.max((1 - weight) / estimate, 1 / history.events);
  const error = Math.sqrt(Math.max(0, plain.error ** 2 - phi / before.events) + phi * uncertainty);
  const guarded = logRatio((plain.ratio * before.events) / estimate, error, df);
  const known = guarded.ratio !== null && unguarded.ratio !== null && unguarded.ratio > 0;
  return {
    ...shared,
    expectedBefore: estimate,
    weight,
    estimate: guarded,
    difference: known ? guarded.ratio / unguarded.ratio : null,
    problem: null,
  };
}

function rollingWindows(tally: DayTally, to: number) {
  const windows = [];
  for (let end = to; end - PRIOR_DAYS >= tally.firstDay; end -= PRIOR_STEP) {
    const window = countArea(tally, 'subject', { from: end - PRIOR_DAYS, to: end });
    if (window.exposure > 0) windows.push(window);
  }
  return windows;
}
