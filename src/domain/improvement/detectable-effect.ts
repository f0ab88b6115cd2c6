import {
  eventsNeededBefore,
  exposureRatioNeeded,
  smallestDetectableRatio,
} from '../stats/smallest-detectable-ratio.ts';
import type { DayRange } from './day.ts';
import { daysIn } from './day.ts';
import type { RatioEstimate, Windows } from './estimate-ratio.ts';

/** What it would take to see a given effect with 80 % power. */
export interface EffectNeeds {
  readonly ratio: number;
  /** Incidents needed before, at equal exposure and this dispersion. */
  readonly incidentsBefore: number;
  /** Merged changes, and weeks at the present pace, still to be watched after; 0 when there are enough. */
  readonly moreChanges: number | null;
  readonly moreWeeks: number | null;
  /** `too-few-before`: no number of weeks after is enough. */
  readonly problem: 'too-few-before' | 'no-pace' | null;
}

export interface DetectableEffect {
  /** The ratio nearest to 1 that these windows had an 80 % chance to show; `null` when none. */
  readonly smallestRatio: number | null;
  readonly needs: readonly EffectNeeds[];
}

const EFFECTS = [0.7, 0.5];

export function detectableEffect(estimate: RatioEstimate, windows: Windows): DetectableEffect {
  const { subject, control, dispersion } = estimate;
  const { before, after } = subject;
  const design = {
    eventsBefore: before.events,
    dispersion: dispersion.phi,
    extraVariance: control ? dispersion.phi * (inverse(control.before.events) + inverse(control.after.events)) : 0,
  };
  const exposureRatio = before.exposure > 0 ? after.exposure / before.exposure : 0;
  return {
    smallestRatio: smallestDetectableRatio({ ...design, exposureRatio, df: dispersion.df }),
    needs: EFFECTS.map((ratio) => {
      const needed = exposureRatioNeeded(ratio, { ...design, df: Number.POSITIVE_INFINITY });
      const incidentsBefore = eventsNeededBefore(ratio, dispersion.phi);
      if (needed === null || !(before.exposure > 0)) {
        return { ratio, incidentsBefore, moreChanges: null, moreWeeks: null, problem: 'too-few-before' };
      }
      const moreChanges = Math.max(0, Math.ceil(needed * before.exposure - after.exposure));
      const pace = paceOf(after.exposure, windows.after) ?? paceOf(before.exposure, windows.before);
      const moreWeeks = pace === null ? null : Math.ceil(moreChanges / pace);
      return { ratio, incidentsBefore, moreChanges, moreWeeks, problem: pace === null ? 'no-pace' : null };
    }),
  };
}

/** A control area without events cannot bound anything. */
function inverse(events: number): number {
  return events > 0 ? 1 / events : Number.POSITIVE_INFINITY;
}

function paceOf(exposure: number, range: DayRange): number | null {
  const weeks = daysIn(range) / 7;
  return weeks >= 1 && exposure > 0 ? exposure / weeks : null;
}
