import type { ChangeUnit } from './change-unit.ts';
import type { Fault } from './fault.ts';
import type { HistoryIndex } from './history-index.ts';
import { nearness } from './nearness.ts';

/** What the ranking looks at; `ranking-weights.ts` explains each. */
export const FEATURES = ['blamed', 'newest', 'near', 'distance', 'blamedDistance', 'blamedSize'] as const;
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
const CONTEXT_WEIGHT = 0.5;
/** An assumption: the pairs that the weights were fitted on were blamed with every option. */
const PLAIN_WEIGHT = 0.7;
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
    const { near, shared } = nearness(history, hurt, unit.files.slice(0, MAX_UNIT_FILES));
    const blame = blamed.get(position);
    const lagDays = Math.max(0, (fault.at - unit.at) / DAY);
    const changesSince = end - 1 - position;
    // Clock time and the number of changes in between, half each: quiet and busy repositories rank alike.
    const distance = (Math.log(lagDays + 0.2) + Math.log(changesSince + 4)) / 2;
    const isBlamed = blame === undefined ? 0 : 1;
    candidates.push({
      unit,
      features: {
        blamed: blame === undefined ? 0 : Math.sqrt(weightOf(blame) * (blame.lines / totalLines)),
        newest: position === newest ? 1 : 0,
        // Blame already shows that the unit touched the place.
        near: blame === undefined ? near : 1,
        distance,
        blamedDistance: isBlamed * distance,
        blamedSize: isBlamed * Math.log(1 + unit.files.length),
      },
      lines: blame?.lines ?? 0,
      totalLines,
      context: blame?.context ?? false,
      plain: blame?.plain ?? false,
      shared,
      lagDays,
      changesSince,
    });
  }
  return candidates;
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
  return (context ? CONTEXT_WEIGHT : 1) * (plain ? PLAIN_WEIGHT : 1);
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
