import type { ChangeUnit } from './change-unit.ts';
import type { Fault } from './fault.ts';
import type { HistoryIndex } from './history-index.ts';
import { findNearness } from './find-nearness.ts';
import { INDIRECT } from './ranking-weights.ts';
import { type PriorReason, weighFacts } from './weigh-facts.ts';

/** What the ranking looks at; `ranking-weights.ts` explains each. */
export const FEATURES = ['blamed', 'newest', 'near', 'distance', 'blamedDistance', 'prior'] as const;
export type Feature = (typeof FEATURES)[number];

export interface Candidate {
  readonly unit: ChangeUnit;
  readonly features: Readonly<Record<Feature, number>>;
  /** Lines that blame gives it, and how many all units have. */
  readonly lines: number;
  readonly totalLines: number;
  readonly context: boolean;
  readonly plain: boolean;
  readonly shared: readonly string[];
  /** Who owns both its files and the place where it hurt. */
  readonly owners: readonly string[];
  readonly reasons: readonly PriorReason[];
  readonly lagDays: number;
  /** How many changes came between it and the fault. */
  readonly changesSince: number;
}

/** The last changes are candidates whatever they touched. */
const LATEST = 100;
/** Of the units that touched the same files, the latest. */
const TOUCHING = 2_000;
const MAX_HURT_FILES = 200;
const MAX_UNIT_FILES = 500;
const DAY = 86_400;

/** Everything that could have caused a fault: blamed units, units that touched the same files, and the latest ones. Newest first. */
export function findCandidates(fault: Fault, history: HistoryIndex): Candidate[] {
  const hurt = [...new Set(fault.files)].sort().slice(0, MAX_HURT_FILES);
  const end = countBefore(history.units, fault.at);
  const blamed = blamedUnits(fault, history, end);
  const positions = new Set<number>(blamed.keys());
  for (const file of hurt) {
    for (const position of history
      .positionsOf(file)
      .filter((at) => at < end)
      .slice(-TOUCHING))
      positions.add(position);
  }
  for (let position = Math.max(0, end - LATEST); position < end; position += 1) positions.add(position);
  for (const id of [...(fault.stated ?? []).map((stated) => stated.unit), ...(fault.reverted ?? [])]) {
    const position = history.position.get(id);
    if (position !== undefined && position < end) positions.add(position);
  }
  let totalLines = 0;
  for (const blame of blamed.values()) totalLines += blame.lines;
  const newest = Math.max(-1, ...blamed.keys());
  const candidates: Candidate[] = [];
  for (const position of [...positions].sort((a, b) => b - a)) {
    const unit = history.units[position];
    if (unit === undefined || unit.id === fault.fix) continue;
    const { near, same, shared, owners } = findNearness(history, hurt, unit.files.slice(0, MAX_UNIT_FILES));
    const blame = blamed.get(position);
    const lagDays = Math.max(0, (fault.at - unit.at) / DAY);
    const changesSince = end - 1 - position;
    const touchesSince = shared.length === 0 ? changesSince : countTouchesSince(shared, history, position, end);
    const distance = distanceBack(lagDays, changesSince, touchesSince);
    const { odds, reasons } = weighFacts(unit.facts ?? {});
    const isBlamed = blame === undefined ? 0 : 1;
    candidates.push({
      unit,
      features: {
        blamed: blame === undefined ? 0 : Math.sqrt((weightOf(blame) * blame.lines) / totalLines / reach(unit)),
        newest: position === newest ? 1 : 0,
        // Blame shows that the unit touched the place, if not how much of it.
        near: blame === undefined ? near : INDIRECT + (1 - INDIRECT) * same,
        distance,
        blamedDistance: isBlamed * distance,
        prior: odds,
      },
      lines: blame?.lines ?? 0,
      totalLines,
      context: blame?.context ?? false,
      plain: blame?.plain ?? false,
      shared,
      owners: blame === undefined && shared.length === 0 ? owners : [],
      reasons,
      lagDays,
      changesSince,
    });
  }
  return candidates;
}

/** A reformat's lines say less than a small change's: from 1 for one file to 2.8 for a thousand. */
function reach({ files }: ChangeUnit): number {
  return Math.sqrt(1 + Math.log(Math.max(1, files.length)));
}

/**
 * How far back a change lies, in e-folds: by the clock, by the changes since, and by those since that touched the same files,
 * so that quiet and busy repositories, and quiet and busy files, rank alike.
 */
function distanceBack(lagDays: number, changesSince: number, touchesSince: number): number {
  return 0.375 * Math.log(lagDays + 0.2) + 0.375 * Math.log(changesSince + 4) + 0.25 * Math.log(touchesSince + 4);
}

/** Changes between a unit and the fault that touched the file of theirs that was left alone for longest. */
function countTouchesSince(shared: readonly string[], history: HistoryIndex, position: number, end: number): number {
  let fewest = Number.POSITIVE_INFINITY;
  for (const file of shared) {
    const touched = history.positionsOf(file);
    fewest = Math.min(fewest, lowerBound(touched, end) - lowerBound(touched, position) - 1);
  }
  return fewest;
}

/** How many of ascending positions come before one. */
function lowerBound(positions: readonly number[], before: number): number {
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((positions[middle] ?? 0) < before) low = middle + 1;
    else high = middle;
  }
  return low;
}

function countBefore(units: readonly ChangeUnit[], at: number): number {
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((units[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Blamed {
  readonly lines: number;
  readonly context: boolean;
  readonly plain: boolean;
}

function weightOf({ context, plain }: Blamed): number {
  return (context ? INDIRECT : 1) * (plain ? INDIRECT : 1);
}

/** Lines by position; context counts only when the fix removed nothing. */
function blamedUnits(fault: Fault, history: HistoryIndex, end: number): Map<number, Blamed> {
  const removed = fault.blame.some((blame) => blame.context !== true && blame.lines > 0);
  const found = new Map<number, Blamed>();
  for (const { unit, lines, context = false, plain = false } of fault.blame) {
    const position = history.position.get(unit);
    if (position === undefined || position >= end || unit === fault.fix || lines <= 0 || (removed && context)) continue;
    const known = found.get(position);
    found.set(position, { lines: (known?.lines ?? 0) + lines, context, plain: plain || known?.plain === true });
  }
  return found;
}
