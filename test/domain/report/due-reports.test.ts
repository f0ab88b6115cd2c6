import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/domain/calendar.ts';
import { type DueReport, dueReports } from '../../../src/domain/report/due-reports.ts';
import { REPORT_PERIODS } from '../../../src/domain/report/report-schedule.ts';

type Now = string;
const due = (unit: 'week' | 'month' | 'quarter', published: readonly DueReport[], now: Now) =>
  dueReports(unit, published, dayOf(now)).map(({ period, moment }) => `${period.id} @ ${moment}`);

function publishedAfter(unit: 'week' | 'month' | 'quarter', moments: readonly Now[]): DueReport[] {
  const published = new Map<string, DueReport>();
  for (const now of moments) {
    for (const one of dueReports(unit, [...published.values()], dayOf(now))) published.set(one.period.id, one);
  }
  return [...published.values()];
}

describe('dueReports', () => {
  it.each<['week' | 'month' | 'quarter', Now, string[]]>([
    ['month', '2026-09-03T00:00:00Z', ['2026-08 @ 2026-09-01']],
    ['month', '2026-09-07T23:59:59Z', ['2026-08 @ 2026-09-01']],
    ['month', '2026-09-08T00:00:00Z', ['2026-09 @ 2026-09-08']],
    ['month', '2026-09-30T10:00:00Z', ['2026-09 @ 2026-09-29']],
    ['week', '2026-09-10T10:00:00Z', ['2026-W36 @ 2026-09-07']],
    ['quarter', '2026-09-10T10:00:00Z', ['2026-Q3 @ 2026-09-09']],
  ])('first of all by the %s at %s', (unit, now, expected) => {
    expect(due(unit, [], now)).toEqual(expected);
  });

  it('asks once for each moment, and for the end of what was begun', () => {
    const begun = publishedAfter('month', ['2026-08-10T00:00:00Z']);
    expect(due('month', begun, '2026-08-14T23:00:00Z')).toEqual([]);
    expect(due('month', begun, '2026-08-15T00:00:00Z')).toEqual(['2026-08 @ 2026-08-15']);
    expect(due('month', begun, '2026-09-01T00:00:00Z')).toEqual(['2026-08 @ 2026-09-01']);
    const ended = publishedAfter('month', ['2026-08-10T00:00:00Z', '2026-09-01T00:00:00Z']);
    expect(due('month', ended, '2026-09-02T00:00:00Z')).toEqual([]);
  });

  it('makes up for what was missed, the last period before the present one', () => {
    const begun = publishedAfter('month', ['2026-08-10T00:00:00Z']);
    expect(due('month', begun, '2026-09-20T00:00:00Z')).toEqual(['2026-08 @ 2026-09-01', '2026-09 @ 2026-09-15']);
    expect(due('month', begun, '2026-12-20T00:00:00Z')).toEqual(['2026-11 @ 2026-12-01', '2026-12 @ 2026-12-15']);
  });

  it('brings nothing twice when the clock is set back, and goes on after it was ahead', () => {
    const published = publishedAfter('month', ['2026-09-20T00:00:00Z']);
    expect(due('month', published, '2026-09-16T00:00:00Z')).toEqual([]);
    const ahead = publishedAfter('month', ['2026-09-20T00:00:00Z', '2031-01-10T00:00:00Z']);
    expect(due('month', ahead, '2026-09-23T00:00:00Z')).toEqual(['2026-09 @ 2026-09-22']);
  });

  it('does not take the reports of another schedule for its own', () => {
    expect(due('week', publishedAfter('month', ['2026-09-20T00:00:00Z']), '2026-09-20T00:00:00Z')).toEqual([
      '2026-W37 @ 2026-09-14',
    ]);
  });

  it('has nothing more to do right after it was done, and never asks for what lies ahead', () => {
    const moment = fc.integer({ min: 20_000, max: 20_800 });
    fc.assert(
      fc.property(fc.constantFrom(...REPORT_PERIODS), fc.array(moment, { maxLength: 6 }), moment, (unit, past, now) => {
        const published = new Map<string, DueReport>();
        for (const look of [...past.sort((a, b) => a - b).filter((day) => day <= now), now]) {
          for (const one of dueReports(unit, [...published.values()], look)) {
            expect(dayOf(one.moment)).toBeLessThanOrEqual(look);
            published.set(one.period.id, one);
          }
        }
        expect(dueReports(unit, [...published.values()], now)).toEqual([]);
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});
