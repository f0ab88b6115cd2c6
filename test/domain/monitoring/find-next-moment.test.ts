import { describe, expect, it } from 'vitest';
import { findNextMoment, takeDueReminders } from '../../../src/domain/monitoring/find-next-moment.ts';
import { sampleWindow } from './monitoring-samples.ts';

const HOUR = 3_600;
const window = sampleWindow();
const ms = (iso: string) => Date.parse(iso);
const sent = (dueAt: string) => ({ dueAt, state: 'sent' as const });

describe('findNextMoment', () => {
  it.each([
    ['without reminders', [], [], 'end', '2026-09-04T00:00:00Z'],
    ['the earliest reminder first', [12 * HOUR, 48 * HOUR], [], 'reminder', '2026-09-02T00:00:00Z'],
    ['the next one', [12 * HOUR, 48 * HOUR], [sent('2026-09-02T00:00:00Z')], 'reminder', '2026-09-03T12:00:00Z'],
    ['the end, when all were sent', [12 * HOUR], [sent('2026-09-03T12:00:00Z')], 'end', '2026-09-04T00:00:00Z'],
    ['one that would come before the window opens is none', [72 * HOUR, 500 * HOUR], [], 'end', '2026-09-04T00:00:00Z'],
    [
      'one of another window of the same change does not count',
      [12 * HOUR],
      [sent('2026-08-03T12:00:00Z')],
      'reminder',
      '2026-09-03T12:00:00Z',
    ],
    ['the same twice is one', [12 * HOUR, 12 * HOUR], [sent('2026-09-03T12:00:00Z')], 'end', '2026-09-04T00:00:00Z'],
  ])('%s', (_name, remind, reminders, kind, at) => {
    expect(findNextMoment(window, remind, reminders)).toEqual({ kind, at: ms(at) });
  });

  it.each(['done', 'lapsed', 'incident', 'reverted'] as const)('is nothing when the window is %s', (state) => {
    expect(findNextMoment({ ...window, state }, [12 * HOUR], [])).toBeNull();
  });
});

describe('takeDueReminders', () => {
  const take = (now: string, reminders: Parameters<typeof takeDueReminders>[2] = []) =>
    takeDueReminders(window, [12 * HOUR, 24 * HOUR, 48 * HOUR], reminders, ms(now));

  it('takes none before its time, and one at its time', () => {
    expect(take('2026-09-01T23:59:59Z')).toEqual([]);
    expect(take('2026-09-02T00:00:00Z')).toEqual([{ dueAt: '2026-09-02T00:00:00Z', state: 'writing' }]);
  });

  it('takes the latest of those that were missed', () => {
    expect(take('2026-09-03T06:00:00Z')).toEqual([
      { dueAt: '2026-09-02T00:00:00Z', state: 'skipped' },
      { dueAt: '2026-09-03T00:00:00Z', state: 'writing' },
    ]);
  });

  it('takes none twice, when the clock is set back either', () => {
    const before = [sent('2026-09-02T00:00:00Z')];
    expect(take('2026-09-02T12:00:00Z', before)).toBe(before);
    expect(take('2026-09-01T12:00:00Z', before)).toBe(before);
  });

  it('takes none after the end', () => {
    expect(take('2026-09-04T00:00:00Z')).toEqual([]);
  });
});
