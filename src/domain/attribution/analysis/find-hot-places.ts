import { rateRatio } from '../../stats/rate-ratio.ts';
import type { AnalyzedUnit } from './analyzed-unit.ts';

/** A directory and what its changes caused. */
export interface HotPlace {
  readonly path: string;
  readonly changes: number;
  /** Changes that caused a fault or were reverted within a day. */
  readonly faults: number;
  /** Faults per change, shrunk to the repository's rate: one quiet year does not make a place safe. */
  readonly rate: number;
  /** Against all other changes; `null` when nothing else ever caused a fault. */
  readonly ratio: number | null;
  /** 95 %, mid-p. */
  readonly interval: readonly [number, number | null];
}

const DEPTH = 3;
const FEWEST_CHANGES = 20;
const FEWEST_FAULTS = 2;
const SHOWN = 30;
/** Directories beyond this are dropped by rarity: a generated tree must not fill the memory. */
const MOST_PLACES = 200_000;

/** Directories to a depth of three, most faults first, then by how far the rate is above the rest. */
export function findHotPlaces(units: readonly AnalyzedUnit[], causing: ReadonlySet<string>): HotPlace[] {
  const counts = new Map<string, { changes: number; faults: number }>();
  let faults = 0;
  for (const unit of units) {
    const caused = causing.has(unit.id) ? 1 : 0;
    faults += caused;
    for (const place of placesOf(unit.files)) {
      const count = counts.get(place);
      if (count !== undefined) {
        count.changes += 1;
        count.faults += caused;
      } else if (counts.size < MOST_PLACES) counts.set(place, { changes: 1, faults: caused });
    }
  }
  const overall = units.length === 0 ? 0 : faults / units.length;
  const places: HotPlace[] = [];
  for (const [path, count] of counts) {
    if (count.changes < FEWEST_CHANGES || count.faults < FEWEST_FAULTS) continue;
    const rest = { events: faults - count.faults, exposure: units.length - count.changes };
    const { ratio, midP } = rateRatio({ events: count.faults, exposure: count.changes }, rest);
    // A prior worth one expected fault.
    const prior = overall > 0 ? 1 / overall : 0;
    places.push({
      path,
      ...count,
      rate: (count.faults + prior * overall) / (count.changes + prior),
      ratio,
      interval: [midP.lower ?? 0, midP.upper !== null && Number.isFinite(midP.upper) ? midP.upper : null],
    });
  }
  const excess = (place: HotPlace): number => place.interval[0];
  return places
    .sort((a, b) => b.faults - a.faults || excess(b) - excess(a) || (a.path < b.path ? -1 : 1))
    .slice(0, SHOWN);
}

function placesOf(files: readonly string[]): Set<string> {
  const places = new Set<string>();
  for (const file of files) {
    let at = -1;
    for (let depth = 0; depth < DEPTH; depth += 1) {
      at = file.indexOf('/', at + 1);
      if (at < 0) break;
      if (at > 0) places.add(file.slice(0, at));
    }
  }
  return places;
}
