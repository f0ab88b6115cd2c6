import type { DayRange } from '../../../src/domain/improvement/day.ts';
import type { MergedChange } from '../../../src/domain/improvement/merged-change.ts';
import { type DayTally, tallyDays } from '../../../src/domain/improvement/tally-days.ts';

export interface Weighted {
  readonly day: number;
  readonly traits: MergedChange;
  readonly exposure: number;
  readonly events: number;
}

/** A tally whose events are given with the exposure. */
export function tallyWeighted(weighted: readonly Weighted[], actionId: string, span: DayRange): DayTally {
  const exposure = tallyDays(weighted, (one) => one.exposure, actionId, span);
  const events = tallyDays(weighted, (one) => one.events, actionId, span);
  const cells = exposure.cells.map((cell, i) => ({ ...cell, events: events.cells[i]?.exposure ?? cell.events }));
  return { ...exposure, cells };
}
