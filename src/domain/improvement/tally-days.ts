import type { EventRate } from '../stats/rate-ratio.ts';
import type { DayRange } from './day.ts';
import type { MergedChange } from './merged-change.ts';

export const AREAS = ['subject', 'control'] as const;
export type Area = (typeof AREAS)[number];

/** Running totals by day of one area and stratum: index d holds the sum over the days before firstDay + d. */
export interface TallyCell {
  readonly area: Area;
  readonly stratum: string;
  readonly exposure: Float64Array;
  readonly events: Float64Array;
}

/** Exposure and events by day of merge, area and stratum. Everything that counts reads from this. */
export interface DayTally {
  readonly firstDay: number;
  readonly days: number;
  readonly cells: readonly TallyCell[];
}

/** What decides where a change is counted. */
type Place = Pick<MergedChange, 'risk' | 'size' | 'controlFor' | 'outsideOf'>;

/** Changes of a day that are alike. */
interface Placed {
  readonly day: number;
  readonly traits: Place;
}

export function stratumOf({ risk, size }: { readonly risk: string; readonly size: string }): string {
  return `${risk} × ${size}`;
}

/** Where a change stands towards an action; `null` when it counts on neither side. */
export function areaOf(
  { controlFor, outsideOf }: Pick<Place, 'controlFor' | 'outsideOf'>,
  actionId: string,
): Area | null {
  if (outsideOf.includes(actionId)) return null;
  return controlFor.includes(actionId) ? 'control' : 'subject';
}

/** Sums exposure by day, without events. Cells come in one order, whatever the order of the items. */
export function tallyDays<T extends Placed>(
  items: readonly T[],
  exposureOf: (item: T) => number,
  actionId: string,
  span: DayRange,
): DayTally {
  const firstDay = Math.floor(span.from);
  const days = Math.max(0, Math.ceil(span.to) - firstDay);
  const cells = new Map<string, TallyCell>();
  const known = new Map<Place, TallyCell | null>();
  // Cells share their traits: each is placed once, not once a day.
  const place = (traits: Place): TallyCell | null => {
    const area = areaOf(traits, actionId);
    if (area === null) return null;
    const stratum = stratumOf(traits);
    const key = `${area}\n${stratum}`;
    const cell = cells.get(key) ?? emptyCell(area, stratum, days);
    cells.set(key, cell);
    return cell;
  };
  for (const item of items) {
    const { traits } = item;
    const day = Math.floor(item.day) - firstDay;
    if (day < 0 || day >= days) continue;
    let cell = known.get(traits);
    if (cell === undefined) {
      cell = place(traits);
      known.set(traits, cell);
    }
    if (cell === null) continue;
    cell.exposure[day + 1] = (cell.exposure[day + 1] ?? 0) + exposureOf(item);
  }
  const ordered = [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
  for (const cell of ordered) accumulate(cell.exposure);
  return { firstDay, days, cells: ordered };
}

function emptyCell(area: Area, stratum: string, days: number): TallyCell {
  return { area, stratum, exposure: new Float64Array(days + 1), events: new Float64Array(days + 1) };
}

function accumulate(values: Float64Array): void {
  for (let i = 1; i < values.length; i++) values[i] = (values[i] ?? 0) + (values[i - 1] ?? 0);
}

/** Events and exposure of one cell within a range; outside the tally there is nothing. */
export function countCell(tally: DayTally, cell: TallyCell, range: DayRange): EventRate {
  const from = Math.min(tally.days, Math.max(0, range.from - tally.firstDay));
  const to = Math.max(from, Math.min(tally.days, range.to - tally.firstDay));
  return {
    events: (cell.events[to] ?? 0) - (cell.events[from] ?? 0),
    exposure: (cell.exposure[to] ?? 0) - (cell.exposure[from] ?? 0),
  };
}

/** Events and exposure of an area within a range, over all strata. */
export function countArea(tally: DayTally, area: Area, range: DayRange): EventRate {
  let events = 0;
  let exposure = 0;
  for (const cell of tally.cells) {
    if (cell.area !== area) continue;
    const count = countCell(tally, cell, range);
    events += count.events;
    exposure += count.exposure;
  }
  return { events, exposure };
}

/** A place in a tally: the number of a cell, and the day within it; `null` outside of it. */
export type TallyPlace = { readonly cell: number; readonly day: number } | null;

/** Finds where changes are counted. Build it once for many: it reads the tally's cells by name. */
export function placeFinder(
  tally: DayTally,
  actionId: string,
): (change: Place & { readonly mergedAt: number }) => TallyPlace {
  const byKey = new Map(tally.cells.map(({ area, stratum }, cell) => [`${area}\n${stratum}`, cell]));
  return (change) => {
    const cell = byKey.get(`${areaOf(change, actionId)}\n${stratumOf(change)}`);
    const day = Math.floor(change.mergedAt) - tally.firstDay;
    return cell === undefined || day < 0 || day >= tally.days ? null : { cell, day };
  };
}

/** The same exposure with other events, one for each place given. */
export function recountEvents(tally: DayTally, places: Iterable<TallyPlace>): DayTally {
  return eventCounter(tally)(places);
}

/**
 * Counts events anew as often as it is called, in one tally: each call overwrites what the one before gave. `always`
 * holds the events that every count has.
 */
export function eventCounter(
  tally: DayTally,
  always: Iterable<TallyPlace> = [],
): (places: Iterable<TallyPlace>) => DayTally {
  const certain = tally.cells.map(() => new Float64Array(tally.days + 1));
  addEvents(certain, always);
  const cells = tally.cells.map((cell) => ({ ...cell, events: new Float64Array(tally.days + 1) }));
  const events = cells.map((cell) => cell.events);
  const recounted = { ...tally, cells };
  return (places) => {
    events.forEach((values, cell) => {
      values.set(certain[cell] ?? []);
    });
    addEvents(events, places);
    for (const values of events) accumulate(values);
    return recounted;
  };
}

function addEvents(events: readonly Float64Array[], places: Iterable<TallyPlace>): void {
  for (const place of places) {
    const values = place && events[place.cell];
    if (values) values[place.day + 1] = (values[place.day + 1] ?? 0) + 1;
  }
}

/** The days of a range alone: what counts within it stays the same, and a recount has fewer days to run through. */
export function cropTally(tally: DayTally, range: DayRange): DayTally {
  const from = Math.min(tally.days, Math.max(0, Math.floor(range.from) - tally.firstDay));
  const to = Math.max(from, Math.min(tally.days, Math.ceil(range.to) - tally.firstDay));
  const cells = tally.cells.map((cell) => ({
    ...cell,
    exposure: cell.exposure.subarray(from, to + 1),
    events: cell.events.subarray(from, to + 1),
  }));
  return { firstDay: tally.firstDay + from, days: to - from, cells };
}
