import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteConfirmation } from '../../../src/domain/monitoring/note-confirmation.ts';
import { settleWatch } from '../../../src/domain/monitoring/settle-watch.ts';
import { toIso } from '../../../src/domain/monitoring/to-iso.ts';
import type { LinkedIncident, Run, Watch } from '../../../src/domain/monitoring/watch.ts';
import { sampleWatch } from './monitoring-samples.ts';

const HOUR = 3_600_000;
const OPENED = Date.parse('2026-09-01T00:00:00Z');
const at = (hours: number) => toIso(OPENED + hours * HOUR);
const run = (from: number, to: number | null = null): Run => ({
  at: at(from),
  takenOutAt: to === null ? null : at(to),
});
const shipped = (...runs: readonly Run[]): Partial<Watch> => ({
  release: { environment: 'production', openedBy: 'deployment', runs },
});
const incident = (linked: number, happened = linked): LinkedIncident => ({
  source: 'issue',
  externalId: '9',
  happenedAt: at(happened),
  linkedAt: at(linked),
});
const settle = (changes: Partial<Watch>, hours: number) => settleWatch(sampleWatch(changes), OPENED + hours * HOUR);
const confirmed = (hours: number) => ({ confirmation: { at: at(hours), note: 'seen' } });

describe('settleWatch', () => {
  it.each<[string, Partial<Watch>, number, string | null, number | null]>([
    ['nothing was shipped', { release: null }, 5, null, null],
    ['it has just opened', {}, 0, 'open', null],
    ['a second is left', {}, 71.999, 'open', null],
    ['the end has come', {}, 72, 'lapsed', 72],
    ['the end came long ago', {}, 5_000, 'lapsed', 72],
    ['the clock stands before the release', {}, -50, 'open', null],
    ['it was confirmed', confirmed(5), 6, 'done', 5],
    ['it was confirmed in its last second', confirmed(71.999), 80, 'done', 71.999],
    ['it was confirmed at its end', confirmed(72), 80, 'lapsed', 72],
    ['it was confirmed before, by a clock that is ahead', confirmed(-1), 5, 'done', 0],
    ['an incident was linked', { incidents: [incident(7)] }, 8, 'incident', 7],
    ['an incident was linked after the end', { incidents: [incident(73)] }, 80, 'lapsed', 72],
    ['an incident was linked after the confirmation', { ...confirmed(5), incidents: [incident(7)] }, 8, 'done', 5],
    ['an incident was linked before the confirmation', { ...confirmed(7), incidents: [incident(5)] }, 8, 'incident', 5],
    ['both in one second', { ...confirmed(5), incidents: [incident(5)] }, 8, 'incident', 5],
    ['the first of several incidents counts', { incidents: [incident(9), incident(6)] }, 10, 'incident', 6],
    ['it was reverted', { revertedAt: at(4) }, 5, 'reverted', 4],
    ['it was reverted after the end', { revertedAt: at(90) }, 95, 'lapsed', 72],
    ['it was reverted before it shipped', { revertedAt: at(-2) }, 5, null, null],
    ['it was taken out', shipped(run(0, 3)), 5, 'reverted', 3],
    ['it lapsed by a clock that was set back since', { lapsedAt: at(72) }, 10, 'lapsed', 72],
    ['it lapsed so, and was confirmed in time', { lapsedAt: at(72), ...confirmed(20) }, 21, 'done', 20],
    ['it lapsed so under another end', { lapsedAt: at(71) }, 10, 'open', null],
  ])('%s', (_name, changes, now, state, closed) => {
    const { window } = settle(changes, now);
    expect(window?.state ?? null).toBe(state);
    expect(window?.closedAt ?? null).toBe(closed === null ? null : at(closed));
  });

  it.each<[string, Partial<Watch>, number, string, number]>([
    ['taken out and shipped again', shipped(run(0, 3), run(10)), 20, 'open', 10],
    ['its new window lasts as long as the first', shipped(run(0, 3), run(10)), 82, 'lapsed', 10],
    ['confirmed before it was taken out', { ...shipped(run(0, 3), run(10)), ...confirmed(2) }, 20, 'done', 0],
    ['confirmed after it came back', { ...shipped(run(0, 3), run(10)), ...confirmed(12) }, 20, 'done', 10],
    ['lapsed before it was taken out', shipped(run(0, 80), run(90)), 95, 'lapsed', 0],
    ['ended by an incident', { ...shipped(run(0, 3), run(10)), incidents: [incident(2)] }, 20, 'open', 10],
    [
      'the incident of the first time does not count again, though linked later',
      { ...shipped(run(0, 3), run(10)), incidents: [incident(12, 2)] },
      20,
      'open',
      10,
    ],
    [
      'an incident of the second time',
      { ...shipped(run(0, 3), run(10)), incidents: [incident(13, 11)] },
      20,
      'incident',
      10,
    ],
    ['out again', shipped(run(0, 3), run(10, 12)), 20, 'reverted', 10],
    ['reverted while it was out', { ...shipped(run(0, 3), run(10)), revertedAt: at(5) }, 20, 'reverted', 0],
  ])('shipped twice: %s', (_name, changes, now, state, opened) => {
    const { window } = settle(changes, now);
    expect([window?.state, window?.openedAt]).toEqual([state, at(opened)]);
  });

  it('keeps the end that passed as a fact, and the watcher’s login only while it is open', () => {
    const { watch, window, settled } = settle({}, 80);
    expect(watch.lapsedAt).toBe(at(72));
    expect(window?.watcher).toEqual({ id: 5, login: null });
    expect(settled).toBe(true);
    expect(settle({}, 5)).toMatchObject({ settled: false, window: { watcher: { id: 5, login: 'mona' } } });
    expect(settle({ watcher: null }, 5).window?.watcher).toBeNull();
  });

  it.each([
    ['is not known yet', { release: null, revertedAt: at(4) }],
    ['that is known came later', { revertedAt: at(-2) }],
  ])('waits for the release of what was undone: one that is told of late may hold it (%s)', (_name, changes) => {
    expect(settle(changes, 5)).toMatchObject({ window: null, settled: false });
    expect(settle({ ...changes, ...shipped(run(-3)) }, 5).window?.state).toBe('reverted');
  });

  it('shows a late word with the window that lapsed', () => {
    expect(settle(confirmed(90), 95).window).toMatchObject({ state: 'lapsed', note: 'seen', closedAt: at(72) });
  });

  it.each([
    ['summer time begins', '2026-03-29T00:30:00Z', 86_400, '2026-03-30T00:30:00Z'],
    ['summer time ends', '2026-10-25T00:30:00Z', 86_400, '2026-10-26T00:30:00Z'],
    ['a leap day lies between', '2028-02-28T12:00:00Z', 2 * 86_400, '2028-03-01T12:00:00Z'],
    ['none lies between', '2026-02-28T12:00:00Z', 2 * 86_400, '2026-03-02T12:00:00Z'],
    ['a year ends', '2026-12-31T23:59:59Z', 1, '2027-01-01T00:00:00Z'],
    ['an hour and a half', '2026-06-30T23:30:00Z', 5_400, '2026-07-01T01:00:00Z'],
  ])('counts seconds of UTC when %s', (_name, opened, windowSeconds, endsAt) => {
    const runs = [{ at: opened, takenOutAt: null }];
    const watch = sampleWatch({
      ...{ release: { environment: 'production', openedBy: 'deployment', runs } },
      windowSeconds,
    });
    expect(settleWatch(watch, Date.parse(endsAt) - 1000).window).toMatchObject({ state: 'open', endsAt });
    expect(settleWatch(watch, Date.parse(endsAt)).window).toMatchObject({ state: 'lapsed', closedAt: endsAt });
  });

  it('ends alike in whatever order facts are learned, and however often it is looked at', () => {
    const hours = fc.integer({ min: -5, max: 100 });
    const fact = fc.oneof(
      hours.map((hour) => (watch: Watch) => noteConfirmation(watch, { at: at(hour), note: `${hour}` })),
      hours.map(
        (hour) =>
          (watch: Watch): Watch => ({ ...watch, incidents: [...watch.incidents, incident(hour)] }),
      ),
    );
    const facts = fc.array(fact, { maxLength: 6 });
    fc.assert(
      fc.property(facts, fc.array(hours, { maxLength: 6 }), hours, (learned, looks, end) => {
        const last = OPENED + Math.max(end, 0, ...looks) * HOUR;
        const fresh = settleWatch(
          learned.reduce((watch, learn) => learn(watch), sampleWatch()),
          last,
        ).window;
        let watch = sampleWatch();
        for (const [index, learn] of learned.toReversed().entries()) {
          watch = settleWatch(learn(watch), OPENED + (looks[index] ?? 0) * HOUR).watch;
        }
        expect(settleWatch(settleWatch(watch, last).watch, last).window).toEqual(fresh);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});

describe('noteConfirmation', () => {
  it('keeps the words that follow a ticked box, with the time of the box', () => {
    const ticked = noteConfirmation(sampleWatch(), { at: at(5), note: '' });
    const both = noteConfirmation(ticked, { at: at(6), note: 'errors are flat' });
    expect(both.confirmation).toEqual({ at: at(5), note: 'errors are flat' });
    expect(noteConfirmation(both, { at: at(7), note: 'still flat' })).toEqual(both);
  });

  it('keeps the first word of the present release', () => {
    const watch = sampleWatch(shipped(run(0, 3), run(10)));
    const said = (hour: number, note: string) => ({ at: at(hour), note });
    const late = noteConfirmation(noteConfirmation(watch, said(90, 'late')), said(12, 'in time'));
    expect(late.confirmation?.note).toBe('in time');
    expect(noteConfirmation(late, said(20, 'again')).confirmation?.note).toBe('in time');
    const old = noteConfirmation(watch, said(-1, 'of the first'));
    expect(noteConfirmation(old, said(11, 'of the second')).confirmation?.note).toBe('of the second');
    expect(noteConfirmation(late, said(2, 'of the first, told late')).confirmation?.note).toBe('in time');
  });
});
