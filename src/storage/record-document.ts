import type { AtRiskTraits, Belonging, CellTraits } from '../domain/record/change-cell.ts';
import type { CountedDay } from '../domain/record/counted-day.ts';
import { type NamedRow, toNamedRow } from './named-row.ts';

/** What many cells have in common, kept once for a repository and named by number. */
export type SharedTraits = CellTraits | Belonging | AtRiskTraits;

/** A counted day as it is kept: mostly flat numbers, since a million changes are many cells. */
export interface DayDocument {
  /** Six numbers a cell: traits, changes, deployments, changed lines, reverted, follow-up fixes. */
  readonly cells: readonly number[];
  readonly speeds: readonly (readonly [belonging: number, ...sketches: number[][]])[];
  /** Traits, then starts with the days since the merge. */
  readonly atRisk: readonly (readonly number[])[];
  readonly named: readonly NamedRow[];
}

/** Numbers of a cell. */
export const CELL = 6;

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
    named: named.map((one) => toNamedRow(one, idOf)),
  };
}

/** Days since the merge are small numbers, and the same in many rows. */
function shiftDays(starts: ArrayLike<number>, by: number): number[] {
  return Array.from(starts, (value, i) => (i % 3 === 0 ? value + by : value));
}
