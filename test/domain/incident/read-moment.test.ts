import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoMoment, readMoment } from '../../../src/domain/incident/read-moment.ts';

describe('readMoment', () => {
  it.each([
    ['2026-09-01T10:20:00Z', '2026-09-01T10:20:00Z'],
    ['2026-09-01T10:20:00.123+09:00', '2026-09-01T01:20:00Z'],
    ['2026-09-01 10:20 JST', '2026-09-01T01:20:00Z'],
    ['2026-09-01 10:20 (JST)', '2026-09-01T01:20:00Z'],
    ['2026/9/1 10:20:30 UTC', '2026-09-01T10:20:30Z'],
    ['2026-09-01 10:20 UTC+9', '2026-09-01T01:20:00Z'],
    ['2026-09-01 10:20 -0700', '2026-09-01T17:20:00Z'],
    ['Sep 1, 2026 10:20 PM PDT', '2026-09-02T05:20:00Z'],
    ['September 1st, 2026 at 12:05 a.m. EST', '2026-09-01T05:05:00Z'],
    ['Tue, 01 Sep 2026 10:20:00 GMT', '2026-09-01T10:20:00Z'],
    ['1 September 2026 10:20 CEST', '2026-09-01T08:20:00Z'],
    ['20260901T102000Z', '2026-09-01T10:20:00Z'],
    ['1788258000', '2026-09-01T10:20:00Z'],
    ['1788258000123', '2026-09-01T10:20:00Z'],
    ['2026年9月1日 10時20分 日本時間', '2026-09-01T01:20:00Z'],
    ['2026年9月1日(火) 午後3時半 JST', '2026-09-01T06:30:00Z'],
    ['２０２６年９月１日 １０：２０ JST', '2026-09-01T01:20:00Z'],
    ['2026年9月1日 25:10 JST', '2026-09-01T16:10:00Z'],
    ['**2026-09-01 10:20 UTC**', '2026-09-01T10:20:00Z'],
  ])('%s is %s, in the zone that it says', (text, iso) => {
    const moment = readMoment(text);
    expect(moment && isoMoment(moment.at)).toBe(iso);
    expect(moment?.assumedOffset).toBeNull();
  });

  it.each([
    ['2026-09-01 10:20', 0, '2026-09-01T10:20:00Z', 0],
    ['2026-09-01 10:20', 540, '2026-09-01T01:20:00Z', 540],
    ['2026-09-01', 0, '2026-09-01T00:00:00Z', 0],
    ['2026年9月1日 10時20分頃', 0, '2026-09-01T01:20:00Z', 540],
    // Several zones are called so.
    ['2026-09-01 10:20 IST', 0, '2026-09-01T10:20:00Z', 0],
  ])('%s without a zone, where %s minutes are assumed, is %s', (text, zone, iso, assumed) => {
    const moment = readMoment(text, zone);
    expect(moment && isoMoment(moment.at)).toBe(iso);
    expect(moment?.assumedOffset).toBe(assumed);
  });

  it.each(['', 'yesterday', '2026-02-31', '2026-13-01', '2026-09-01 10:99', '10:20', '9/1/26', '0000-00-00'])(
    '"%s" is no moment',
    (text) => {
      expect(readMoment(text)).toBeNull();
    },
  );

  it('reads back every moment that is written in ISO 8601', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e9 }), (seconds) => {
        expect(readMoment(isoMoment(seconds * 1000) ?? '')?.at).toBe(seconds * 1000);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        readMoment(text);
        readMoment(`2026-09-01 ${text}`);
        readMoment(`2026年9月1日${text}`);
      }),
      { seed: 6, numRuns: 500 },
    );
  });
});
