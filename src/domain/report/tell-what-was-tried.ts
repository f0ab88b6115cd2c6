import type { Estimate } from '../improvement/estimate.ts';
import type { DayRange } from '../improvement/day.ts';
import type { Interval } from '../stats/interval.ts';
import type { EventRate } from '../stats/rate-ratio.ts';
import { isoDay } from '../calendar.ts';
import type { RatioFacts, TriedAction, WindowFacts } from './tried-action.ts';

/** One action's estimate as a report tells it. `rewritten`: when that was registered which is written over now. */
export function tellWhatWasTried(
  { action, freeze, verdict, main, detectable, layers }: Estimate,
  rewritten: string | null,
): TriedAction {
  const { windows, coverage } = freeze;
  const counts = main?.subject ?? null;
  return {
    id: action.id,
    title: action.title,
    announced: isoDay(action.announcedAt),
    answer: verdict.answer,
    direction: verdict.direction,
    conditions: verdict.conditions,
    because: verdict.failed[0] ?? null,
    endpoint: freeze.endpoint,
    effect: main && { ...ratioOf(main), estimator: main.estimator, dispersion: main.dispersion.phi },
    before: windows && counts && windowOf(windows.before, counts.before),
    after: windows && counts && windowOf(windows.after, counts.after),
    washout: coverage.washout && daysOf(coverage.washout),
    followUp: freeze.followUp,
    frozenOn: isoDay(freeze.frozenOn),
    changedSince: rewritten?.slice(0, 10) ?? null,
    isRegistered: freeze.registered,
    beside: layers && {
      crude: ratioOf(layers.rate),
      exact: { ratio: layers.exactRate.ratio, interval: layers.exactRate.midP },
      strata: ratioOf(layers.strata),
      control: ratioOf(layers.control),
      guard: {
        ...ratioOf(layers.guard.estimate),
        difference: layers.guard.difference,
        problem: layers.guard.problem,
      },
    },
    placebos: layers && { dates: layers.placebos.dates, enough: layers.placebos.enough },
    links: layers && {
      lowest: layers.links.lowest,
      highest: layers.links.highest,
      unlinked: layers.links.unlinkedBefore + layers.links.unlinkedAfter,
    },
    detectable: detectable?.smallestRatio ?? null,
    needs: detectable?.needs ?? [],
  };
}

function ratioOf({ ratio, interval }: { readonly ratio: number | null; readonly interval: Interval }): RatioFacts {
  return { ratio, interval: { lower: interval.lower, upper: interval.upper } };
}

function daysOf({ from, to }: DayRange) {
  return { from: isoDay(from), to: isoDay(to) };
}

function windowOf(range: DayRange, { events, exposure }: EventRate): WindowFacts {
  return { ...daysOf(range), merged: exposure, incidents: events };
}
