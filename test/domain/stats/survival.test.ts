import { describe, expect, it } from 'vitest';
import { kaplanMeier } from '../../../src/domain/stats/kaplan-meier.ts';
import { type GroupedSurvival, logRank } from '../../../src/domain/stats/log-rank.ts';

/** R survival::aml (Miller 1981): weeks in remission, maintained and not. */
const MAINTAINED = [
  [9, 1], [13, 1], [13, 0], [18, 1], [23, 1], [28, 0], [31, 1], [34, 1], [45, 0], [48, 1], [161, 0],
] as const; // biome-ignore format: a table
const CONTROL = [
  [5, 1], [5, 1], [8, 1], [8, 1], [12, 1], [16, 0], [23, 1], [27, 1], [30, 1], [33, 1], [43, 1], [45, 1],
] as const; // biome-ignore format: a table

function group(rows: readonly (readonly [number, number])[], name: string): GroupedSurvival[] {
  return rows.map(([time, event]) => ({ time, event: event === 1, group: name }));
}

describe('kaplanMeier', () => {
  it('agrees with R survival on the maintained group of aml', () => {
    const { steps, median } = kaplanMeier(group(MAINTAINED, '1'));
    expect(steps.map((step) => step.time)).toEqual([9, 13, 18, 23, 31, 34, 48]);
    expect(steps.map((step) => step.atRisk)).toEqual([11, 10, 8, 7, 5, 4, 2]);
    const survival = [0.90909091, 0.81818182, 0.71590909, 0.61363636, 0.49090909, 0.36818182, 0.18409091];
    const errors = [0.086678417, 0.1162913, 0.139664971, 0.152632331, 0.164193267, 0.162668886, 0.153492746];
    steps.forEach((step, i) => {
      expect(step.survival).toBeCloseTo(survival[i] ?? 0, 7);
      expect(step.error).toBeCloseTo(errors[i] ?? 0, 7);
    });
    expect(median).toBe(31);
  });

  it.each([
    [
      'the middle of a flat half',
      [
        [1, 1],
        [2, 1],
        [4, 1],
        [5, 1],
      ],
      3,
    ],
    [
      'the time itself when no event follows',
      [
        [1, 1],
        [2, 0],
      ],
      1,
    ],
    [
      'null when half is never reached',
      [
        [1, 1],
        [2, 0],
        [3, 0],
      ],
      null,
    ],
    ['null without subjects', [], null],
  ] as const)('median: %s', (_, rows, median) => {
    expect(kaplanMeier(group(rows, '')).median).toBe(median);
  });

  it('has no Greenwood error once nobody is left', () => {
    expect(kaplanMeier(group([[1, 1]], '')).steps).toEqual([
      { time: 1, atRisk: 1, events: 1, survival: 0, error: null },
    ]);
  });
});

describe('logRank', () => {
  it('agrees with R survdiff on aml', () => {
    const found = logRank([...group(MAINTAINED, '1'), ...group(CONTROL, '2')]);
    expect(found.chiSquare).toBeCloseTo(3.39638869898, 9);
    expect(found.observed).toEqual([7, 11]);
    expect(found.expected[0]).toBeCloseTo(10.6893359923, 9);
    expect(found.df).toBe(1);
    expect(found.p).toBeCloseTo(0.0653, 4);
  });

  it('compares within strata only', () => {
    // R 4.2.2 survival: survdiff(Surv(time, status) ~ x + strata(s)), s alternating
    const subjects = [...group(MAINTAINED, '1'), ...group(CONTROL, '2')];
    const found = logRank(subjects.map((subject, i) => ({ ...subject, stratum: String(i % 2) })));
    expect(found.chiSquare).toBeCloseTo(2.72075937326547, 9);
  });

  it('orders numbers by size and says nothing about one group', () => {
    const subjects = group(
      [
        [1, 1],
        [2, 1],
        [3, 1],
      ],
      '',
    ).map((subject, i) => ({ ...subject, group: ['10', '9', 'x'][i] ?? '' }));
    expect(logRank(subjects).groups).toEqual(['9', '10', 'x']);
    expect(logRank(group(MAINTAINED, 'a'))).toMatchObject({ df: 0, p: 1, chiSquare: 0 });
    expect(logRank([])).toMatchObject({ groups: [], df: 0, p: 1 });
  });
});
