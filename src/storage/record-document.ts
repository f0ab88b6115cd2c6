import type { AtRiskCell, Belonging, CellTraits } from '../domain/record/change-cell.ts';
import type { CountedDay } from '../domain/record/counted-day.ts';
import type { NamedChange } from '../domain/record/repository-record.ts';

/** What many cells have in common, kept once for a repository and named by number. */
export type SharedTraits = CellTraits | Belonging | Omit<AtRiskCell, 'day' | 'authors'>;

/** A counted day as it is kept: mostly flat numbers, since a million changes are many cells. */
export interface DayDocument {
  /** Six numbers a cell: traits, changes, deployments, changed lines, reverted, follow-up fixes. */
  readonly cells: readonly number[];
  readonly speeds: readonly (readonly [belonging: number, ...sketches: number[][]])[];
  readonly atRisk: readonly (readonly [traits: number, day: number, authors: number[]])[];
  readonly named: readonly NamedChange[];
}

const CELL = 6;

export function toDayDocument(
  { cells, speeds, atRisk, named }: CountedDay,
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
    atRisk: atRisk.map(({ day, authors, ...traits }) => [idOf(traits), day, Array.from(authors)]),
    named,
  };
}

/** Traits come from `shared`, so that equal ones are the same object. */
export function fromDayDocument(
  day: number,
  document: DayDocument,
  shared: readonly (SharedTraits | undefined)[],
): CountedDay {
  const cells = [];
  for (let at = 0; at < document.cells.length; at += CELL) {
    const [traits = -1, changes = 0, deployments = 0, changedLines = 0, reverted = 0, followUpFixes = 0] =
      document.cells.slice(at, at + CELL);
    cells.push({
      day,
      traits: known<CellTraits>(shared, traits),
      changes,
      deployments,
      changedLines,
      reverted,
      followUpFixes,
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
    atRisk: document.atRisk.map(([traits, start, authors]) => ({
      ...known<Omit<AtRiskCell, 'day' | 'authors'>>(shared, traits),
      day: start,
      authors,
    })),
    named: document.named,
  };
}

function known<T extends SharedTraits>(shared: readonly (SharedTraits | undefined)[], id: number): T {
  const found = shared[id];
  if (found === undefined) throw new RangeError(`the traits ${id} are not kept`);
  return found as T;
}
