import { describe, expect, it } from 'vitest';
import { chartRate } from '../../../src/domain/improvement/chart-rate.ts';
import { seededRandom } from '../../../src/domain/stats/seeded-random.ts';
import { drawCount } from './draw-counts.ts';
import { expectDocumented, judge, layOut, percent, RUNS } from './simulate-verdicts.ts';

describe('false verdicts when nothing changed', () => {
  const cases = [
    [1, 26, 0.5],
    [1, 52, 1],
    [1, 104, 1],
    [2, 26, 2],
    [2, 52, 1],
    [3, 52, 1],
    [3, 104, 2],
  ] as const;

  it.each(cases)('dispersion %d, %d weeks before, %d a week', (dispersion, weeks, mean) => {
    const random = seededRandom(500);
    let improved = 0;
    let worse = 0;
    for (let i = 0; i < RUNS; i++) {
      const counts = Array.from({ length: weeks + 52 }, () => drawCount(random, mean, dispersion));
      const { answer } = judge(layOut(random, counts), 7 * weeks);
      if (answer === 'improved') improved++;
      if (answer === 'worse') worse++;
    }
    expect(percent(improved + worse, RUNS)).toBeLessThanOrEqual(6);
    const name = `false verdicts, dispersion ${dispersion}, ${weeks} weeks before, ${mean} a week`;
    expectDocumented(name, [percent(improved, RUNS), percent(worse, RUNS)], 0.15);
  });
});

describe('a team that starts after a bad quarter: 8 or more where 4 are usual, and the action does nothing', () => {
  const QUARTER = 13;
  const cases = [
    [1, 2, 2],
    [1, 4, 4],
    [1, 8, 4],
    [2, 2, 4],
    [2, 4, 4],
    [2, 8, 4],
  ] as const;

  it.each(cases)('dispersion %d, %d quarters before, %d after', (dispersion, quartersBefore, quartersAfter) => {
    const random = seededRandom(600);
    const week = () => drawCount(random, 4 / QUARTER, dispersion);
    let improved = 0;
    let worse = 0;
    let unguarded = 0;
    let badBefore = 0;
    let ordinaryAfter = 0;
    for (let i = 0; i < RUNS; i++) {
      let counts = Array.from({ length: QUARTER * (quartersBefore - 1) }, week);
      let bad: number[] = [];
      do bad = Array.from({ length: QUARTER }, week);
      while (sum(bad) < 8);
      counts = [...counts, ...bad, ...Array.from({ length: QUARTER * quartersAfter }, week)];
      badBefore += sum(bad);
      ordinaryAfter += sum(counts.slice(QUARTER * quartersBefore, QUARTER * (quartersBefore + 1)));
      const { answer, main } = judge(layOut(random, counts), 7 * QUARTER * quartersBefore);
      if (answer === 'improved') improved++;
      if (answer === 'worse') worse++;
      if ((main.interval.upper ?? 9) < 1) unguarded++;
    }
    expect(percent(improved + worse, RUNS)).toBeLessThanOrEqual(6);
    const naive = percent(ordinaryAfter, badBefore) - 100;
    const name = `after a spike, dispersion ${dispersion}, ${quartersBefore} quarters before, ${quartersAfter} after`;
    expectDocumented(name, [naive, percent(unguarded, RUNS), percent(improved, RUNS), percent(worse, RUNS)], 0.3);
  });

  function sum(values: readonly number[]): number {
    return values.reduce((total, value) => total + value, 0);
  }
});

describe('true effects', () => {
  it.each([
    [1, 0.5, 1],
    [1, 0.5, 2],
    [2, 0.5, 2],
    [1, 0.7, 2],
    [1, 2, 1],
  ])('dispersion %d, ratio %d, %d a week, a year before and a year after', (dispersion, ratio, mean) => {
    const random = seededRandom(700);
    let right = 0;
    let wrong = 0;
    for (let i = 0; i < RUNS; i++) {
      const counts = Array.from({ length: 104 }, (_, week) => {
        return drawCount(random, week < 52 ? mean : mean * ratio, dispersion);
      });
      const { answer } = judge(layOut(random, counts), 7 * 52);
      if (answer === (ratio < 1 ? 'improved' : 'worse')) right++;
      else if (answer !== 'cannot-tell') wrong++;
    }
    expect(percent(wrong, RUNS)).toBeLessThanOrEqual(0.1);
    expectDocumented(`verdict, dispersion ${dispersion}, ratio ${ratio}, ${mean} a week`, [percent(right, RUNS)], 0.3);
  });
});

describe('layer 1: false alarms', () => {
  const cases = [
    [1, 0.3, 'uneven'],
    [1, 1, 'uneven'],
    [1, 3, 'uneven'],
    [1, 3, 'even'],
    [1, 10, 'uneven'],
    [2, 1, 'uneven'],
    [2, 3, 'uneven'],
    [3, 3, 'uneven'],
    [3, 3, 'even'],
    [3, 10, 'uneven'],
  ] as const;

  it.each(cases)('dispersion %d, %d a week, %s merges', (dispersion, mean, pace) => {
    const random = seededRandom(800);
    const double = (week: number) => pace === 'uneven' && week % 2 === 0;
    const usual = pace === 'uneven' ? mean / 1.5 : mean;
    let alarms = 0;
    for (let i = 0; i < RUNS; i++) {
      const counts = Array.from({ length: 104 }, (_, week) => {
        return drawCount(random, double(week) ? 2 * usual : usual, dispersion);
      });
      const { calendar, days } = layOut(random, counts);
      const merges = calendar.merges.map(({ day }) => ({ day, changes: double(Math.floor(day / 7)) ? 2 : 1 }));
      // Day 0 is a Thursday (3): weeks of the chart are the weeks drawn.
      const { signals } = chartRate({ ...calendar, merges }, { from: 0, to: days }, 7 * 52, 3);
      alarms += signals?.filter(({ day }) => day > 7 * 52).length ?? 0;
    }
    expectDocumented(`false alarms a year, dispersion ${dispersion}, ${mean} a week, ${pace}`, [alarms / RUNS], 0.02);
    expect(alarms / RUNS).toBeLessThanOrEqual(1);
  });
});
