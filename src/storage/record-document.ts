import type { AtRiskSeries, AtRiskTraits, Belonging, CellTraits, ChangeCell } from '../domain/record/change-cell.ts';
import type { CountedDay } from '../domain/record/counted-day.ts';
import type { NamedChange } from '../domain/record/repository-record.ts';

/** What many cells have in common, kept once for a repository and named by number. */
export type SharedTraits = CellTraits | Belonging | AtRiskTraits;

/** A counted day as it is kept: mostly flat numbers, since a million changes are many cells. */
export interface DayDocument {
  /** Six numbers a cell: traits, changes, deployments, changed lines, reverted, follow-up fixes. */
  readonly cells: readonly number[];
  readonly speeds: readonly (readonly [belonging: number, ...sketches: number[][]])[];
  /** Traits, then starts with the days since the merge. */
  readonly atRisk: readonly (readonly number[])[];
  readonly named: readonly NamedChange[];
}

const CELL = 6;

export function toDayDocument(
  { day, cells, speeds, atRisk, named }: CountedDay,
  idOf: (traits: SharedTraits) => number,
): DayDocument {
  return {
    cells: cells.flatMap(({ traits, changes, deployments, changedLines, reverted, followUpFixes }) => [
      idOf(traits),
      changes,
      deployments,
      changedLines,
      reverted,
      followUpFixes,
    ]),
    speeds: speeds.map(({ belonging, openToMerge, mergeToDeploy, openToDeploy, reviewRounds }) => [
      idOf(belonging),
      ...[openToMerge, mergeToDeploy, openToDeploy, reviewRounds].map((sketch) => Array.from(sketch)),
    ]),
    atRisk: atRisk.map(({ traits, starts }) => [idOf(traits), ...shiftDays(starts, -day)]),
    named,
  };
}

/** Traits come from `shared`, so that equal ones are the same object. */
export function fromDayDocument(
  day: number,
  document: DayDocument,
  shared: readonly (SharedTraits | undefined)[],
): CountedDay {
  const cells: ChangeCell[] = [];
  const numbers = document.cells;
  for (let at = 0; at < numbers.length; at += CELL) {
    cells.push({
      day,
      traits: known<CellTraits>(shared, numbers[at]),
      changes: numbers[at + 1] ?? 0,
      deployments: numbers[at + 2] ?? 0,
      changedLines: numbers[at + 3] ?? 0,
      reverted: numbers[at + 4] ?? 0,
      followUpFixes: numbers[at + 5] ?? 0,
    });
  }
  return {
    day,
    cells,
    speeds: document.speeds.map(([belonging, ...sketches]) => {
      const [openToMerge, mergeToDeploy, openToDeploy, reviewRounds] = sketches;
      return {
        day,
        belonging: known<Belonging>(shared, belonging),
        openToMerge: openToMerge ?? [],
        mergeToDeploy: mergeToDeploy ?? [],
        openToDeploy: openToDeploy ?? [],
        reviewRounds: reviewRounds ?? [],
      };
    }),
    atRisk: document.atRisk.map(
      ([traits, ...starts]): AtRiskSeries => ({
        traits: known<AtRiskTraits>(shared, traits),
        starts: shiftDays(starts, day),
      }),
    ),
    named: document.named,
  };
}

/** Days since the merge are small numbers, and the same in many rows. */
function shiftDays(starts: ArrayLike<number>, by: number): number[] {
  return Array.from(starts, (value, i) => (i % 3 === 0 ? value + by : value));
}

function known<T extends SharedTraits>(shared: readonly (SharedTraits | undefined)[], id: number | undefined): T {
  const found = shared[id ?? -1];
  if (found === undefined) throw new RangeError(`the traits ${id} are not kept`);
  return found as T;
}
