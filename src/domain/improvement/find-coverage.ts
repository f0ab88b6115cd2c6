import type { ChangeCell } from '../record/change-cell.ts';
import type { DayRange } from './day.ts';
import type { CoverageMeasure } from './registered-action.ts';

/** When an action came into force. */
export interface Coverage {
  /** Days between 20 % and 80 %: in neither window. Empty (`from` = `to`) for an announcement. */
  readonly washout: DayRange | null;
  /** Share covered over the last stretch that could be measured; `null` when none could. */
  readonly latest: number | null;
  readonly problem: 'not-started' | 'never-reached' | 'not-measured' | null;
}

const LOW = 0.2;
const FULL = 0.8;
/** Fewer changes than this in a stretch give no share. */
const FEWEST = 5;
const STRETCHES = [7, 28] as const;

/**
 * Finds the start of an action in the data: the first stretch of seven days (28 where merges are few) with 80 % of the
 * changes covered, at or after the announcement, or earlier where coverage was already full by then. A stretch stands
 * for its middle. Stretches begin on every day, so no choice of week moves the result.
 */
export function findCoverage(
  cells: readonly ChangeCell[],
  measure: CoverageMeasure,
  announcedAt: number,
  today: number,
): Coverage {
  const announced = Math.floor(announcedAt);
  if (!(announced < today)) return { washout: null, latest: null, problem: 'not-started' };
  if (measure === 'announcement') return { washout: { from: announced, to: announced }, latest: null, problem: null };
  const known = cells.flatMap(({ day, traits, changes }) => {
    const covered = measure === 'statements' ? traits.accepted : isConfirmed(traits.watched);
    return covered === null ? [] : [{ day, covered, changes }];
  });
  const first = known.reduce((day, cell) => Math.min(day, cell.day), Number.POSITIVE_INFINITY);
  if (known.reduce((sum, { changes }) => sum + changes, 0) < FEWEST)
    return { washout: null, latest: null, problem: 'not-measured' };
  const shares = STRETCHES.map((stretch) => sharesByDay(known, first, today, stretch));
  const chosen = shares.find((s) => s.filter((share) => share !== null).length * 2 > s.length) ?? shares.at(-1) ?? [];
  const stretch = chosen === shares[0] ? STRETCHES[0] : STRETCHES[1];
  const latest = chosen.findLast((share) => share !== null) ?? null;
  const full = firstFull(chosen, announced - first);
  if (full === null) return { washout: null, latest, problem: latest === null ? 'not-measured' : 'never-reached' };
  const lastLow = chosen.findLastIndex((share, i) => i < full && share !== null && share < LOW);
  const half = Math.floor(stretch / 2);
  const to = first + full + half;
  const from = lastLow < 0 ? first : Math.min(to, first + lastLow + half + 1);
  return { washout: { from, to }, latest, problem: null };
}

/** A window that is open, or was cut short, says nothing yet. */
function isConfirmed(watched: ChangeCell['traits']['watched']): boolean | null {
  return watched === 'done' ? true : watched === 'lapsed' ? false : null;
}

/** Index i: the share covered among changes of the days [first + i, first + i + stretch). */
function sharesByDay(
  known: readonly { readonly day: number; readonly covered: boolean; readonly changes: number }[],
  first: number,
  today: number,
  stretch: number,
): (number | null)[] {
  const length = Math.max(1, Math.ceil(today - first));
  const all = new Float64Array(length + 1);
  const covered = new Float64Array(length + 1);
  for (const cell of known) {
    const i = Math.min(length - 1, cell.day - first) + 1;
    all[i] = (all[i] ?? 0) + cell.changes;
    if (cell.covered) covered[i] = (covered[i] ?? 0) + cell.changes;
  }
  for (let i = 1; i <= length; i++) {
    all[i] = (all[i] ?? 0) + (all[i - 1] ?? 0);
    covered[i] = (covered[i] ?? 0) + (covered[i - 1] ?? 0);
  }
  return Array.from({ length: Math.max(1, length - stretch + 1) }, (_, i) => {
    const end = Math.min(length, i + stretch);
    const n = (all[end] ?? 0) - (all[i] ?? 0);
    return n < FEWEST ? null : ((covered[end] ?? 0) - (covered[i] ?? 0)) / n;
  });
}

/** The first full stretch from the announcement on, then back along an unbroken run of full ones. */
function firstFull(shares: readonly (number | null)[], from: number): number | null {
  let full = shares.findIndex((share, i) => i >= from && share !== null && share >= FULL);
  if (full < 0) return null;
  for (let i = full - 1; i >= 0; i--) {
    const share = shares[i] ?? null;
    if (share !== null && share < FULL) break;
    if (share !== null) full = i;
  }
  return full;
}
