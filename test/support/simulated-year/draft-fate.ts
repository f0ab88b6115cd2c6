import type { Random } from '../../../src/domain/stats/seeded-random.ts';
import { between, toSecond } from './draw.ts';
import type { DraftChange } from './draft-change.ts';
import { type DraftIncident, moveIntoWindow } from './draft-incidents.ts';
import type { Fate } from './generated-year.ts';
import type { ScheduledRelease } from './schedule-releases.ts';
import { WINDOW_HOURS, type YearPlan } from './year-plan.ts';

const HOUR = 3_600_000;

export interface DraftedFate {
  readonly fate: Fate;
  /** Those that are left: what would have ended the window twice did not happen. */
  readonly incidents: readonly DraftIncident[];
}

/** How the watching of a change ends: an incident of its own first, else by the plan's shares. */
export function draftFate(
  random: Random,
  { shares }: YearPlan,
  change: DraftChange,
  { at, rolledBack }: ScheduledRelease,
  incidents: readonly DraftIncident[],
): DraftedFate {
  // A change that was taken out again is watched anew once it is back.
  const openedAt = rolledBack?.againAt ?? at;
  const endsAt = openedAt + WINDOW_HOURS * HOUR;
  const early = incidents.filter(({ startedAt }) => startedAt < endsAt + 12 * HOUR);
  const late = incidents.filter((incident) => !early.includes(incident));
  const [first] = early;
  if (first !== undefined) {
    const moved = moveIntoWindow(random, first, openedAt);
    return { fate: { state: 'incident', openedAt, endsAt, at: moved.toldAt }, incidents: [moved, ...late] };
  }
  const reverted = random() < shares.reverted;
  const confirmed = random() < shares.confirmed;
  // Who confirms has read our comment, and so comes after the release was told of, which may be hours late.
  const hours = reverted ? between(random, 2, 40) : between(random, 12, 60);
  if (reverted && change.reverts === null) {
    const undoneAt = toSecond(openedAt + hours * HOUR);
    // What is no longer out there hurts nobody.
    return { fate: { state: 'reverted', openedAt, endsAt, at: undoneAt }, incidents: [] };
  }
  if (confirmed) {
    const saidAt = toSecond(openedAt + hours * HOUR);
    return { fate: { state: 'done', openedAt, endsAt, at: saidAt }, incidents: late };
  }
  return { fate: { state: 'lapsed', openedAt, endsAt, at: endsAt }, incidents: late };
}
