import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { decideVerdict } from '../../../src/domain/improvement/decide-verdict.ts';
import { estimateRatio, type RatioEstimate } from '../../../src/domain/improvement/estimate-ratio.ts';
import { type CalendarCounts, chartRate } from '../../../src/domain/improvement/chart-rate.ts';
import { guardRegression, type RegressionGuard } from '../../../src/domain/improvement/guard-regression.ts';
import { placeAmongPlacebos } from '../../../src/domain/improvement/place-among-placebos.ts';
import type { DayTally } from '../../../src/domain/improvement/tally-days.ts';
import type { VerdictAnswer } from '../../../src/domain/improvement/verdict.ts';
import type { Random } from '../../../src/domain/stats/seeded-random.ts';

export const RUNS = 10_000;

/** Merged changes a day in the simulated repository. */
const PACE = 3;

export interface SimulatedData {
  readonly tally: DayTally;
  readonly calendar: CalendarCounts;
  readonly days: number;
}

/** Lays weekly counts out over days, with a steady pace of merges and no lag. */
export function layOut(random: Random, weeks: readonly number[]): SimulatedData {
  const days = 7 * weeks.length;
  const exposure = new Float64Array(days + 1);
  const events = new Float64Array(days + 1);
  const incidents: number[] = [];
  weeks.forEach((count, week) => {
    for (let i = 0; i < count; i++) {
      const day = 7 * week + Math.floor(random() * 7);
      events[day + 1] = (events[day + 1] ?? 0) + 1;
      incidents.push(day + random());
    }
  });
  for (let day = 1; day <= days; day++) {
    exposure[day] = (exposure[day - 1] ?? 0) + PACE;
    events[day] = (events[day] ?? 0) + (events[day - 1] ?? 0);
  }
  incidents.sort((a, b) => a - b);
  const merges = Array.from({ length: days }, (_, day) => ({ day, changes: 1 }));
  const tally = { firstDay: 0, days, cells: [{ area: 'subject' as const, stratum: 'all', exposure, events }] };
  return { tally, calendar: { merges, incidents }, days };
}

export interface SimulatedVerdict {
  readonly answer: VerdictAnswer;
  readonly main: RatioEstimate;
  readonly guard: RegressionGuard;
}

/** The whole verdict on counts alone: every link is certain. The window before is a year at most. */
export function judge({ tally, calendar, days }: SimulatedData, start: number): SimulatedVerdict {
  const windows = { before: { from: Math.max(0, start - 364), to: start }, after: { from: start, to: days } };
  const main = estimateRatio(tally, windows, 'crude');
  const signals = chartRate(calendar, { from: 0, to: days }, start, 0).signals ?? [];
  const guard = guardRegression(tally, windows, 'crude', main, signals, 0);
  const placebos = placeAmongPlacebos(tally, windows, 'crude', main.ratio, []);
  const sure = { draws: 1, pooled: main, unlinkedBefore: 0, unlinkedAfter: 0, highest: main.ratio, lowest: main.ratio };
  return { answer: decideVerdict([], { main, guard, links: sure, placebos }).answer, main, guard };
}

export function percent(count: number, of: number): number {
  return (100 * count) / of;
}

const ROOT = join(import.meta.dirname, '../../..');
const DOCUMENT = join(ROOT, 'docs/evidence.md');
const REPORTS = join(ROOT, 'reports');

/** The numbers that docs/evidence.md prints in the table row of this name. */
export function documented(name: string): readonly number[] {
  const lines = existsSync(DOCUMENT) ? readFileSync(DOCUMENT, 'utf8').split('\n') : [];
  const row = lines.find((line) => line.split('|')[1]?.trim() === name);
  return (row?.split('|').slice(2, -1) ?? []).flatMap((cell) => {
    const number = Number.parseFloat(cell.trim().replace('−', '-'));
    return Number.isNaN(number) ? [] : [number];
  });
}

/** The document tells what was measured: to the digit printed, give or take what another machine's logarithm may do. */
export function expectDocumented(name: string, measured: readonly number[], slack: number): void {
  mkdirSync(REPORTS, { recursive: true });
  appendFileSync(join(REPORTS, 'simulations.txt'), `| ${name} | ${measured.map((v) => v.toFixed(2)).join(' | ')} |\n`);
  const printed = documented(name);
  expect(
    printed.slice(0, measured.length),
    `docs/evidence.md: ${name}: measured ${measured.map((v) => v.toFixed(2)).join(', ')}`,
  ).toHaveLength(measured.length);
  measured.forEach((value, i) => {
    expect(
      Math.abs(value - (printed[i] ?? 0)),
      `${name}: measured ${value.toFixed(3)}, printed ${printed[i]}`,
    ).toBeLessThanOrEqual(slack);
  });
}
