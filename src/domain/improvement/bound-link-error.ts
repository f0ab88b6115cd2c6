import { poolImputations } from '../stats/pool-imputations.ts';
import type { LogRatio } from '../stats/quasi-rate-ratio.ts';
import { seededRandom, type Random } from '../stats/seeded-random.ts';
import type { DayRange } from './day.ts';
import { estimateRatio, type Estimator, type RatioEstimate, type Windows } from './estimate-ratio.ts';
import type { MergedChange } from './merged-change.ts';
import type { ResolvedIncident } from './resolve-incidents.ts';
import { cropTally, type DayTally, eventCounter, placeFinder, type TallyPlace } from './tally-days.ts';

/** How far wrong links could move the estimate. */
export interface LinkBounds {
  readonly draws: number;
  /** The registered estimator over completed links, pooled; wider than the one that takes links as certain. */
  readonly pooled: LogRatio;
  /** Incidents without a cause that a change in either window could have caused. */
  readonly unlinkedBefore: number;
  readonly unlinkedAfter: number;
  /** The ratio if all of those after were caused there and none before. */
  readonly highest: number | null;
  /** The ratio if all of those before were caused there and none after. */
  readonly lowest: number | null;
}

const DRAWS = 200;

/**
 * Sensitivity to links: 200 seeded draws of each unconfirmed incident's cause from its candidates' probabilities
 * (nothing with the rest), each estimated anew and pooled by Rubin's rules; and the two extremes in which every
 * incident without a cause falls on one side.
 */
export function boundLinkError(
  tally: DayTally,
  windows: Windows,
  estimator: Estimator,
  main: RatioEstimate,
  incidents: readonly ResolvedIncident[],
  followUpDays: number,
  actionId: string,
  seed: number,
): LinkBounds {
  const random = seededRandom(seed);
  const both = cropTally(tally, { from: windows.before.from, to: windows.after.to });
  const { certain, doubtful } = sortOut(incidents, placeFinder(both, actionId), followUpDays);
  const draws = doubtful.length > 0 ? DRAWS : 1;
  const recount = eventCounter(both, certain);
  const imputations: { log: number; error: number }[] = [];
  for (let i = 0; i < draws; i++) {
    const places = doubtful.map((cause) => drawPlace(cause, random));
    const found = estimateRatio(recount(places), windows, estimator);
    if (found.ratio && found.error !== null) imputations.push({ log: Math.log(found.ratio), error: found.error });
  }
  const unlinked = incidents
    .filter(({ certainty }) => certainty === 'unlinked')
    .map(({ incident }) => incident.startedAt);
  const within = ({ from, to }: DayRange) => unlinked.filter((day) => day >= from && day < to + followUpDays).length;
  const unlinkedBefore = within(windows.before);
  const unlinkedAfter = within(windows.after);
  return {
    draws,
    pooled: poolImputations(imputations, main.dispersion.df),
    unlinkedBefore,
    unlinkedAfter,
    highest: shifted(main, 0, unlinkedAfter),
    lowest: shifted(main, unlinkedBefore, 0),
  };
}

interface DoubtfulCause {
  readonly candidates: readonly { readonly probability: number; readonly place: TallyPlace }[];
  /** Sum of the probabilities, but at least 1: what is left of 1 is no change at all. */
  readonly total: number;
}

/** What every draw shares, and what each draws anew. An incident that no draw could count in a window is in neither. */
function sortOut(
  incidents: readonly ResolvedIncident[],
  placeOf: (change: MergedChange) => TallyPlace,
  followUpDays: number,
): { readonly certain: readonly TallyPlace[]; readonly doubtful: readonly DoubtfulCause[] } {
  const certain: TallyPlace[] = [];
  const doubtful: DoubtfulCause[] = [];
  for (const { certainty, candidates } of incidents) {
    // A candidate beyond the follow-up is drawn like any other and then counts for nothing.
    const placed = candidates.map(({ change, probability, lag }) => ({
      probability,
      place: lag <= followUpDays ? placeOf(change) : null,
    }));
    if (placed.every(({ place }) => place === null)) continue;
    if (certainty === 'confirmed') certain.push(...placed.map(({ place }) => place));
    else {
      const total = placed.reduce((sum, { probability }) => sum + probability, 0);
      doubtful.push({ candidates: placed, total: Math.max(1, total) });
    }
  }
  return { certain, doubtful };
}

/** `null`: no change, or one that does not count. */
function drawPlace({ candidates, total }: DoubtfulCause, random: Random): TallyPlace {
  let rest = random() * total;
  for (const { place, probability } of candidates) {
    rest -= probability;
    if (rest < 0) return place;
  }
  return null;
}

/** The estimate with more incidents on a side; where it has none to scale, the crude ratio. */
function shifted(main: RatioEstimate, before: number, after: number): number | null {
  const { subject } = main;
  const rate = (events: number, exposure: number) => (exposure > 0 ? events / exposure : 0);
  const b = rate(subject.before.events + before, subject.before.exposure);
  const a = rate(subject.after.events + after, subject.after.exposure);
  if (main.ratio && subject.after.events > 0 && subject.before.events > 0) {
    const wasBefore = rate(subject.before.events, subject.before.exposure);
    const wasAfter = rate(subject.after.events, subject.after.exposure);
    return (main.ratio * (a / wasAfter)) / (b / wasBefore);
  }
  return b > 0 ? a / b : null;
}
