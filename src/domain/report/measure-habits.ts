import { WINDOW_STATES, type WindowState } from '../monitoring/monitoring-window.ts';
import type { ChangeCell } from '../record/change-cell.ts';
import { isoDay } from '../calendar.ts';
import type { Habits } from './habits.ts';
import { countChanges } from './in-period.ts';
import type { Pair } from './report-period.ts';
import { type Share, shareOf } from './share.ts';

const LEVELS = ['high', 'medium', 'low', 'unknown'] as const;

type Test = (cell: ChangeCell) => boolean;

const isJudged: Test = ({ traits }) => traits.status !== null;
/** Exempt changes are not asked; one that was overridden was asked, and did not answer. */
const isAsked: Test = ({ traits }) => traits.status !== null && traits.status !== 'exempt';
const isStated: Test = (cell) => isAsked(cell) && cell.traits.accepted === true && cell.traits.status !== 'overridden';
const isPlaceholder: Test = (cell) => isAsked(cell) && cell.traits.verdict === 'placeholder';
const isEnded: Test = ({ traits }) => traits.watched !== null && traits.watched !== 'open';

/** `all` are the cells of all time: whether placeholders went away can only be seen across the day of the change. */
export function measureHabits(periods: Pair<readonly ChangeCell[]>, all: readonly ChangeCell[]): Habits {
  const both = (of: Test, test: Test): Pair<Share> => ({
    now: shareWithin(periods.now, of, test),
    before: shareWithin(periods.before, of, test),
  });
  return {
    coverage: [
      { level: 'all', ...both(isAsked, isStated) },
      ...LEVELS.map((level) => ({
        level,
        ...both((cell) => isAsked(cell) && cell.traits.risk === level, isStated),
      })),
    ],
    placeholders: both(isAsked, isPlaceholder),
    sinceEnforced: sinceEnforced(all),
    monitored: both(isEnded, ({ traits }) => traits.watched === 'done'),
    windows: countWindows(periods.now),
    overridden: both(isJudged, ({ traits }) => traits.status === 'overridden'),
    exempt: both(isJudged, ({ traits }) => traits.status === 'exempt'),
    none: both(isAsked, (cell) => isStated(cell) && cell.traits.verdict === 'none'),
  };
}

function shareWithin(cells: readonly ChangeCell[], of: Test, test: Test): Share {
  return shareOf(
    countChanges(cells, (cell) => of(cell) && test(cell)),
    countChanges(cells, of),
  );
}

function sinceEnforced(all: readonly ChangeCell[]): Habits['sinceEnforced'] {
  const first = all.find(({ traits }) => traits.enforced)?.day;
  if (first === undefined) return null;
  return {
    day: isoDay(first),
    before: shareWithin(
      all.filter(({ day }) => day < first),
      isAsked,
      isPlaceholder,
    ),
    since: shareWithin(
      all.filter(({ day }) => day >= first),
      isAsked,
      isPlaceholder,
    ),
  };
}

function countWindows(cells: readonly ChangeCell[]): Record<WindowState, number> {
  const counts = Object.fromEntries(WINDOW_STATES.map((state) => [state, 0])) as Record<WindowState, number>;
  for (const { traits, changes } of cells) if (traits.watched !== null) counts[traits.watched] += changes;
  return counts;
}
