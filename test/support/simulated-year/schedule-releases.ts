import type { Random } from '../../../src/domain/stats/seeded-random.ts';
import { between, toSecond } from './draw.ts';
import { SETTLING_DAYS, type YearPlan } from './year-plan.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** What is merged later than this before a deployment waits for the next one. */
const BUILD = 10 * MINUTE;
const HOURS = [2, 10, 18];

/** One deployment to production, by time. Times in milliseconds since the epoch. */
export interface ScheduledRelease {
  readonly at: number;
  /** It holds what was merged up to then. */
  readonly cut: number;
  /** When the one before it was put in its place again, and when this one was shipped once more. */
  readonly rolledBack: { readonly at: number; readonly againAt: number } | null;
}

/** Three a day, so far apart that a rollback ends before the next one begins. */
export function scheduleReleases(
  random: Random,
  { firstDay, days, shares }: Pick<YearPlan, 'firstDay' | 'days' | 'shares'>,
): readonly ScheduledRelease[] {
  const releases: ScheduledRelease[] = [];
  for (let day = firstDay; day < firstDay + days + SETTLING_DAYS; day++) {
    for (const hour of HOURS) {
      const at = toSecond(day * DAY + hour * HOUR + between(random, 0, HOUR));
      const isRolledBack = releases.length > 0 && day < firstDay + days && random() < shares.rolledBack;
      releases.push({
        at,
        cut: at - BUILD,
        rolledBack: isRolledBack ? { at: at + 90 * MINUTE, againAt: at + 3 * HOUR } : null,
      });
    }
  }
  return releases;
}

/** The first release that holds what was merged at a moment. */
export function releaseOf(releases: readonly ScheduledRelease[], mergedAt: number): ScheduledRelease {
  let low = 0;
  let high = releases.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((releases[middle]?.cut ?? 0) < mergedAt) low = middle + 1;
    else high = middle;
  }
  const found = releases[low];
  if (found === undefined) throw new RangeError('Nothing is merged after the last release.');
  return found;
}
