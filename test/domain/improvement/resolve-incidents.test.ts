import { describe, expect, it } from 'vitest';
import { nextWeekStart, splitRange } from '../../../src/domain/improvement/day.ts';
import { findFollowUp } from '../../../src/domain/improvement/find-follow-up.ts';
import { resolveIncidents } from '../../../src/domain/improvement/resolve-incidents.ts';
import { change, incident } from './generate-history.ts';

const CHANGES = [change('a', 10), change('b', 12), change('c', 20)];
const link = (changeId: string, probability: number, state: 'confirmed' | 'candidate' | 'rejected' = 'candidate') => ({
  changeId,
  probability,
  state,
});

describe('resolveIncidents', () => {
  it.each([
    ['the confirmed one before a likelier candidate', [link('a', 0.3, 'confirmed'), link('b', 0.9)], 'a', 'confirmed'],
    ['of two confirmed, the likelier', [link('a', 0.9, 'confirmed'), link('b', 0.8, 'confirmed')], 'a', 'confirmed'],
    ['of two alike, the later merged', [link('a', 1, 'confirmed'), link('b', 1, 'confirmed')], 'b', 'confirmed'],
    ['the top candidate from .5', [link('a', 0.5), link('b', 0.2)], 'a', 'likely'],
    ['none below .5', [link('a', 0.49), link('b', 0.48)], null, 'unlinked'],
    ['never a rejected one', [link('a', 0.9, 'rejected')], null, 'unlinked'],
    ['never one merged after the incident', [link('c', 0.9)], null, 'unlinked'],
    ['never one that is not known', [link('z', 0.9)], null, 'unlinked'],
    ['none that is no number', [link('a', Number.NaN)], null, 'unlinked'],
  ] as const)('counts for %s', (_, links, cause, certainty) => {
    const { incidents } = resolveIncidents(CHANGES, [incident('i', 15, [], { links })], 100);
    expect(incidents[0]?.cause?.change.id ?? null).toBe(cause);
    expect(incidents[0]?.certainty).toBe(certainty);
  });

  it('takes "no change caused it" at its word, unless a link was confirmed', () => {
    const { incidents } = resolveIncidents(
      CHANGES,
      [
        incident('i', 15, [], { links: [link('a', 0.9)], noChange: true }),
        incident('j', 15, ['a'], { noChange: true }),
      ],
      100,
    );
    expect(incidents.map(({ certainty }) => certainty)).toEqual(['no-change', 'confirmed']);
  });

  it('forgives clocks a day, and counts all that it leaves out', () => {
    const { incidents, changes, quality } = resolveIncidents(
      [...CHANGES, change('a', 10), change('x', Number.NaN), change('y', -20_000)],
      [
        incident('skewed', 9.5, ['a']),
        incident('twice', 15, ['a']),
        incident('twice', 15, ['a']),
        incident('early', 5, ['a', 'z']),
        incident('never', Number.NaN, []),
        incident('quiet', 15, [], { detectedBy: null }),
        incident('tomorrow', 101, ['a']),
      ],
      100,
    );
    expect(incidents.find(({ incident: { id } }) => id === 'skewed')?.cause?.lag).toBe(0);
    expect(changes.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(quality).toEqual({
      changes: 3,
      incidents: 4,
      duplicateIncidents: 1,
      duplicateChanges: 1,
      invalidTimes: 4,
      confirmed: 2,
      likely: 0,
      unlinked: 2,
      noChange: 0,
      unknownChanges: 1,
      laterThanIncident: 1,
      detectedBy: [
        { by: 'monitoring', incidents: 3 },
        { by: null, incidents: 1 },
      ],
    });
  });
});

describe('findFollowUp', () => {
  it.each([
    ['the 80th percentile', [1, 2, 3, 4, 20, 30, 40, 50, 60, 70], null, 50, 'observed'],
    ['a week at least', [0.1, 0.2], null, 7, 'observed'],
    ['90 days at most', [400, 500], null, 90, 'observed'],
    ['a month when nothing was seen', [], null, 30, 'default'],
    ['what was registered', [1], 21, 21, 'registered'],
    ['90 days at most, registered or not', [1], 365, 90, 'registered'],
  ] as const)('is %s', (_, lags, configured, days, source) => {
    expect(findFollowUp(lags, configured)).toEqual({ days, source, lags: lags.length });
  });
});

describe('days', () => {
  it('cuts evenly on whole days', () => {
    expect(splitRange({ from: 10, to: 20 }, 3)).toEqual([
      { from: 10, to: 13 },
      { from: 13, to: 17 },
      { from: 17, to: 20 },
    ]);
  });

  it.each([
    [0, 0, 4], // Thursday 1970-01-01 → Monday 5th
    [4, 0, 4],
    [5, 0, 11],
    [0, 3, 0],
    [-1, 3, 0],
  ])('from day %d, weeks that begin on %d: %d', (day, weekStart, expected) => {
    expect(nextWeekStart(day, weekStart)).toBe(expected);
  });
});
