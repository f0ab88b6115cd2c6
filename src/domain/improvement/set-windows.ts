import type { DayRange } from './day.ts';
import type { Windows } from './estimate-ratio.ts';
import type { Coverage } from './find-coverage.ts';
import type { Freeze } from './freeze.ts';

/** Another action that may reduce the same incidents, with the days it took to come into force. */
export interface OtherAction {
  readonly id: string;
  readonly washout: DayRange;
}

/** A year: longer would compare with another team. */
const LONGEST_BEFORE = 364;

/**
 * Sets the windows: before ends where coverage passed 20 %, after begins where it passed 80 % and ends a follow-up ago.
 * Neither reaches into the time of another action on the same endpoint: before starts once the last one was in force,
 * after ends when the next one begins.
 */
export function setWindows(
  coverage: Coverage,
  observed: DayRange,
  followUpDays: number,
  others: readonly OtherAction[],
): Pick<Freeze, 'windows' | 'cutBy' | 'overlapping'> {
  const { washout } = coverage;
  if (washout === null) return { windows: null, cutBy: [], overlapping: [] };
  const overlapping = others.filter(({ washout: other }) => meet(other, washout));
  const apart = others.filter((other) => !overlapping.includes(other));
  let from = Math.max(observed.from, washout.from - LONGEST_BEFORE);
  let to = Math.floor(observed.to - followUpDays);
  const cutBy: string[] = [];
  for (const { id, washout: other } of apart) {
    if (other.to <= washout.from && other.to > from) {
      from = other.to;
      cutBy.push(id);
    } else if (other.from >= washout.to && other.from < to) {
      to = other.from;
      cutBy.push(id);
    }
  }
  // An action from before the data has no window before, and its window after begins with the data.
  const end = Math.max(washout.from, observed.from);
  const begin = Math.max(washout.to, observed.from);
  const windows: Windows = {
    before: { from: Math.min(from, end), to: end },
    after: { from: begin, to: Math.max(begin, to) },
  };
  return { windows, cutBy, overlapping: overlapping.map(({ id }) => id) };
}

/** Empty ranges (announcements) meet when they fall on the same day. */
function meet(a: DayRange, b: DayRange): boolean {
  return a.from < Math.max(b.to, b.from + 1) && b.from < Math.max(a.to, a.from + 1);
}
