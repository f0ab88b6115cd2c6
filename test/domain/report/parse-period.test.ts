import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/domain/calendar.ts';
import { parsePeriod } from '../../../src/domain/report/parse-period.ts';
import { periodAt, previousPeriod } from '../../../src/domain/report/period-at.ts';
import { REPORT_PERIODS } from '../../../src/domain/report/report-schedule.ts';

describe('parsePeriod', () => {
  it.each([
    ['2026-08', 'month', '2026-08-01', '2026-09-01'],
    ['2026-12', 'month', '2026-12-01', '2027-01-01'],
    ['2024-02', 'month', '2024-02-01', '2024-03-01'],
    ['2026-Q3', 'quarter', '2026-07-01', '2026-10-01'],
    ['2026-Q4', 'quarter', '2026-10-01', '2027-01-01'],
    ['2026-W34', 'week', '2026-08-17', '2026-08-24'],
    ['2026-W01', 'week', '2025-12-29', '2026-01-05'],
    ['2020-W53', 'week', '2020-12-28', '2021-01-04'],
  ])('%s', (text, unit, from, to) => {
    expect(parsePeriod(text, 0)).toEqual({ unit, id: text, from, to });
  });

  it.each([
    ['week', '2026-W34'],
    ['month', '2026-08'],
    ['quarter', '2026-Q3'],
  ])('%s is the one that holds today', (text, id) => {
    expect(parsePeriod(text, dayOf('2026-08-23T23:59:59Z'))?.id).toBe(id);
  });

  it.each([
    '',
    '2026',
    '2026-13',
    '2026-00',
    '2026-8',
    '2026-Q5',
    '2026-W54',
    '2025-W53',
    '1969-01',
    'year',
    ' 2026-08',
  ])('%j is none', (text) => {
    expect(parsePeriod(text, 20_000)).toBeNull();
  });
});

describe('periodAt', () => {
  it('holds its day, reads back by its name, and follows the one before without a gap', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...REPORT_PERIODS),
        fc.double({ min: 400, max: 60_000, noNaN: true }),
        (unit, day) => {
          const period = periodAt(unit, day);
          expect(dayOf(period.from)).toBeLessThanOrEqual(day);
          expect(dayOf(period.to)).toBeGreaterThan(day);
          expect(parsePeriod(period.id, 0)).toEqual(period);
          const before = previousPeriod(period);
          expect(before.unit).toBe(unit);
          expect(before.to).toBe(period.from);
        },
      ),
      { seed: 5, numRuns: 300 },
    );
  });
});
