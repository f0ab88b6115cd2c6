import { describe, expect, it } from 'vitest';
import { findCoverage } from '../../../src/domain/improvement/find-coverage.ts';
import { setWindows } from '../../../src/domain/improvement/set-windows.ts';
import type { MergedChange } from '../../../src/domain/improvement/merged-change.ts';
import { change, counts } from './generate-history.ts';

const cells = (changes: readonly MergedChange[]) => counts(changes).cells;

/** `perDay` changes a day whose covered share is a function of the day. */
function merges(days: number, perDay: number, share: (day: number) => number): MergedChange[] {
  return Array.from({ length: days * perDay }, (_, i) => {
    const day = Math.floor(i / perDay);
    const covered = (i % perDay) + 0.5 < share(day) * perDay;
    return change(`${i}`, day + 0.5, {
      statementAccepted: covered,
      monitoring: { endsAt: day + 2, confirmed: covered },
    });
  });
}

describe('findCoverage', () => {
  it('washes out the days between 20 % and 80 %', () => {
    const ramp = merges(200, 10, (day) => Math.min(1, Math.max(0, (day - 100) / 40)));
    const { washout, problem, latest } = findCoverage(cells(ramp), 'statements', 90, 200);
    expect(problem).toBeNull();
    expect(latest).toBe(1);
    expect(washout?.from).toBeGreaterThanOrEqual(105);
    expect(washout?.from).toBeLessThanOrEqual(110);
    expect(washout?.to).toBeGreaterThanOrEqual(131);
    expect(washout?.to).toBeLessThanOrEqual(135);
  });

  it('keeps a switch made overnight out of both windows', () => {
    const { washout } = findCoverage(cells(merges(100, 4, (day) => (day < 50 ? 0 : 1))), 'windows', 40, 100);
    expect(washout?.from).toBeLessThanOrEqual(50);
    expect(washout?.to).toBeGreaterThanOrEqual(50);
    expect((washout?.to ?? 0) - (washout?.from ?? 0)).toBeLessThanOrEqual(6);
  });

  it('ignores a full week long before the announcement', () => {
    const early = merges(200, 4, (day) => ((day >= 20 && day < 30) || day >= 120 ? 1 : 0));
    expect(findCoverage(cells(early), 'statements', 100, 200).washout?.from).toBeGreaterThan(110);
  });

  it('starts where coverage was already full by the announcement', () => {
    const pilot = merges(200, 4, (day) => (day >= 80 ? 1 : 0));
    expect(findCoverage(cells(pilot), 'statements', 120, 200).washout?.to).toBeLessThan(90);
  });

  it('looks at four weeks where merges are few', () => {
    const few = merges(400, 1, (day) => (day >= 200 ? 1 : 0)).filter((_, i) => i % 3 === 0);
    const { washout } = findCoverage(cells(few), 'statements', 150, 400);
    expect(washout?.from).toBeGreaterThan(185);
    expect(washout?.to).toBeLessThan(215);
  });

  it.each([
    ['starts tomorrow', 201, 'statements', 1, 'not-started'],
    ['starts at no time', Number.NaN, 'statements', 1, 'not-started'],
    ['never reaches 80 %', 50, 'statements', 0.5, 'never-reached'],
  ] as const)('says that an action %s', (_, announced, measure, share, problem) => {
    expect(findCoverage(cells(merges(200, 4, () => share)), measure, announced, 200)).toMatchObject({
      washout: null,
      problem,
    });
  });

  it('says when nothing was measured, and takes an announcement at its word', () => {
    const bare = [change('a', 1), change('b', 2)];
    expect(findCoverage(cells(bare), 'statements', 0, 9).problem).toBe('not-measured');
    expect(findCoverage([], 'windows', 0, 9).problem).toBe('not-measured');
    const sparse = Array.from({ length: 6 }, (_, i) => change(`${i}`, i * 40, { statementAccepted: true }));
    expect(findCoverage(cells(sparse), 'statements', 0, 300).problem).toBe('not-measured');
    expect(findCoverage([], 'announcement', 5.5, 9)).toEqual({
      washout: { from: 5, to: 5 },
      latest: null,
      problem: null,
    });
  });
});

describe('setWindows', () => {
  const observed = { from: 0, to: 1000 };
  const coverage = (from: number, to: number) => ({ washout: { from, to }, latest: 1, problem: null });

  it('ends a follow-up ago, and looks back a year', () => {
    expect(setWindows(coverage(600, 620), observed, 30, []).windows).toEqual({
      before: { from: 236, to: 600 },
      after: { from: 620, to: 970 },
    });
  });

  it('keeps out of the time of another action on the same incidents', () => {
    const others = [
      { id: 'earlier', washout: { from: 400, to: 420 } },
      { id: 'later', washout: { from: 800, to: 810 } },
      { id: 'long-ago', washout: { from: 10, to: 20 } },
    ];
    const placed = setWindows(coverage(600, 620), observed, 30, others);
    expect(placed.windows).toEqual({ before: { from: 420, to: 600 }, after: { from: 620, to: 800 } });
    expect(placed.cutBy).toEqual(['earlier', 'later']);
    expect(placed.overlapping).toEqual([]);
  });

  it('cannot part two actions that came together', () => {
    const others = [{ id: 'twin', washout: { from: 610, to: 640 } }];
    expect(setWindows(coverage(600, 620), observed, 30, others).overlapping).toEqual(['twin']);
    const sameDay = [{ id: 'twin', washout: { from: 600, to: 600 } }];
    expect(setWindows(coverage(600, 600), observed, 30, sameDay).overlapping).toEqual(['twin']);
  });

  it('has an empty window after when the action is younger than the follow-up, and before when nothing precedes', () => {
    expect(setWindows(coverage(980, 990), observed, 30, []).windows?.after).toEqual({ from: 990, to: 990 });
    expect(setWindows(coverage(-50, -40), observed, 30, []).windows).toEqual({
      before: { from: 0, to: 0 },
      after: { from: 0, to: 970 },
    });
    expect(setWindows({ washout: null, latest: null, problem: 'not-started' }, observed, 30, []).windows).toBeNull();
  });
});
