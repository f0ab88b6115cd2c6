import { describe, expect, it } from 'vitest';
import { boundLinkError } from '../../../src/domain/improvement/bound-link-error.ts';
import { estimateRatio, type Windows } from '../../../src/domain/improvement/estimate-ratio.ts';
import { guardRegression } from '../../../src/domain/improvement/guard-regression.ts';
import { placeAmongPlacebos } from '../../../src/domain/improvement/place-among-placebos.ts';
import { resolveIncidents } from '../../../src/domain/improvement/resolve-incidents.ts';
import { seriesEffect } from '../../../src/domain/improvement/series-effect.ts';
import type { DayTally } from '../../../src/domain/improvement/tally-days.ts';
import { change, incident } from './generate-history.ts';
import { tallyWeighted } from './tally-weighted.ts';

/** One change a day, and the events that a week of it causes, by week. */
function tally(weeks: readonly number[]): DayTally {
  const weighted = weeks.flatMap((events, week) =>
    Array.from({ length: 7 }, (_, i) => ({
      day: 7 * week + i,
      traits: change('any', 0),
      exposure: 1,
      events: Math.floor(((i + 1) * events) / 7) - Math.floor((i * events) / 7),
    })),
  );
  return tallyWeighted(weighted, 'it', { from: 0, to: 7 * weeks.length });
}

function repeat(n: number, each: (i: number) => number): number[] {
  return Array.from({ length: n }, (_, i) => each(i));
}

function windows(before: number, after: number): Windows {
  return { before: { from: 0, to: 7 * before }, after: { from: 7 * before, to: 7 * (before + after) } };
}

describe('guardRegression', () => {
  const spiked = tally([...repeat(40, (i) => 1 + (i % 3)), ...repeat(8, () => 6), ...repeat(26, (i) => 1 + (i % 3))]);
  const at = windows(48, 26);
  const plain = estimateRatio(spiked, at, 'crude');

  it('takes the weeks that provoked the action out, and says what that changed', () => {
    const guard = guardRegression(spiked, at, 'crude', plain, [], 0);
    expect(plain.ratio).toBeLessThan(0.8);
    expect(guard.trigger).toEqual({ from: 280, to: 336 });
    expect(guard.estimate.ratio).toBeCloseTo(1, 1);
    expect(guard.difference).toBeCloseTo((guard.estimate.ratio ?? 0) / (plain.ratio ?? 1), 12);
    expect(guard.priorWindows).toBe(37);
    expect(guard.observedBefore).toBe(79);
    expect(guard.problem).toBeNull();
  });

  it('reaches back to where the signal began, less the usual lag', () => {
    const signal = { day: 330, since: 250, rule: 'run-of-eight', direction: 'up' } as const;
    const old = { ...signal, day: 200, since: 150 };
    const guard = guardRegression(spiked, at, 'crude', plain, [old, signal], 6.2);
    expect(guard.signal).toEqual(signal);
    expect(guard.trigger.from).toBe(243);
    expect(guardRegression(spiked, at, 'crude', plain, [old], 0).signal).toBeNull();
  });

  it('cannot guard with fewer than eight windows of its own', () => {
    const short = tally(repeat(40, () => 2));
    const few = windows(18, 22);
    const guard = guardRegression(short, few, 'crude', estimateRatio(short, few, 'crude'), [], 0);
    expect(guard).toMatchObject({ problem: 'too-few-windows', expectedBefore: null, difference: null });
    const none = tally(repeat(60, () => 0));
    const quiet = guardRegression(none, windows(40, 20), 'crude', estimateRatio(none, windows(40, 20), 'crude'), [], 0);
    expect(quiet.problem).toBe('no-estimate');
  });
});

describe('placeAmongPlacebos', () => {
  it('finds where the real estimate falls among dates on which nothing was done', () => {
    const falling = tally([...repeat(80, (i) => 2 + (i % 2)), ...repeat(20, () => 1)]);
    const at = windows(80, 20);
    const place = placeAmongPlacebos(falling, at, 'crude', estimateRatio(falling, at, 'crude').ratio, []);
    expect(place).toMatchObject({ dates: 49, enough: true, shareAbove: 1, shareBelow: 0 });
    expect(place.ratios).toEqual([...place.ratios].sort((a, b) => a - b));
  });

  it('leaves out dates that meet another action, and says when there are too few', () => {
    const steady = tally(repeat(100, () => 2));
    const place = placeAmongPlacebos(steady, windows(80, 20), 'crude', 1, [7 * 40]);
    expect(place.dates).toBeLessThan(49);
    expect(placeAmongPlacebos(steady, windows(40, 60), 'crude', 1, [])).toMatchObject({ dates: 0, shareAbove: null });
    expect(placeAmongPlacebos(steady, windows(40, 0), 'crude', null, []).enough).toBe(false);
  });
});

describe('boundLinkError', () => {
  const changes = repeat(200, (i) => i).map((day) => change(`${day}`, day + 0.5));
  const at: Windows = { before: { from: 0, to: 100 }, after: { from: 100, to: 200 } };
  const bound = (incidents: Parameters<typeof resolveIncidents>[1]) => {
    const resolved = resolveIncidents(changes, incidents, 300);
    const weighted = resolved.changes.map((one) => ({
      day: one.mergedAt,
      traits: one,
      exposure: 1,
      events: resolved.incidents.filter(({ cause }) => cause?.change === one).length,
    }));
    const tallied = tallyWeighted(weighted, 'it', { from: 0, to: 200 });
    const main = estimateRatio(tallied, at, 'crude');
    return { main, links: boundLinkError(tallied, at, 'crude', main, resolved.incidents, 30, 'it', 7) };
  };
  const sure = (from: number, n: number) =>
    repeat(n, (i) => i).map((i) => incident(`${from + i}`, from + i + 1, [`${from + i}`]));

  it('certain links need one draw and change nothing', () => {
    const { main, links } = bound([...sure(10, 40), ...sure(110, 20)]);
    expect(links).toMatchObject({
      draws: 1,
      unlinkedBefore: 0,
      unlinkedAfter: 0,
      highest: main.ratio,
      lowest: main.ratio,
    });
    expect(links.pooled.ratio).toBeCloseTo(0.5, 12);
  });

  it('doubtful links widen the interval', () => {
    const doubtful = repeat(20, (i) => i).map((i) =>
      incident(`d${i}`, 110 + i, [], {
        links: [
          { changeId: `${105 + i}`, probability: 0.6, state: 'candidate' },
          { changeId: `${90 + (i % 8)}`, probability: 0.3, state: 'candidate' },
        ],
      }),
    );
    const { main, links } = bound([...sure(10, 40), ...doubtful]);
    expect(links.draws).toBe(200);
    expect(main.subject.after.events).toBe(20);
    expect(links.pooled.ratio).toBeLessThan(main.ratio ?? 0);
    expect(links.pooled.error).toBeGreaterThan(main.error ?? 9);
    expect(bound([...sure(10, 40), ...doubtful]).links).toEqual(links);
  });

  it('draws only where a draw could change a window, and then as often as the probabilities say', () => {
    const links = (id: string) => [{ changeId: id, probability: 0.25, state: 'candidate' as const }];
    const elsewhere = repeat(20, (i) => i).map((i) => incident(`e${i}`, 260, [], { links: links('199') }));
    const certain = [...sure(10, 40), ...sure(110, 20)];
    expect(bound([...certain, ...elsewhere]).links.draws).toBe(1);
    const doubtful = repeat(40, (i) => i).map((i) => incident(`d${i}`, 121 + i, [], { links: links(`${120 + i}`) }));
    const { pooled } = bound([...certain, ...doubtful]).links;
    // 20 certain ones and a quarter of 40 beside 40 before.
    expect(pooled.ratio).toBeCloseTo(0.75, 1);
  });

  it('unlinked incidents bound the ratio from both sides', () => {
    const unlinked = (from: number, n: number) =>
      repeat(n, (i) => i).map((i) => incident(`u${from + i}`, from + i, []));
    const { links } = bound([...sure(10, 40), ...sure(110, 20), ...unlinked(40, 10), ...unlinked(150, 15)]);
    expect(links).toMatchObject({ unlinkedBefore: 10, unlinkedAfter: 15 });
    expect(links.highest).toBeCloseTo(35 / 40, 12);
    expect(links.lowest).toBeCloseTo(20 / 50, 12);
    const silent = bound([...sure(10, 40), ...unlinked(150, 15)]).links;
    expect(silent.highest).toBeCloseTo(15 / 40, 12);
    expect(bound([...unlinked(150, 15)]).links.highest).toBeNull();
  });
});

describe('seriesEffect', () => {
  it('needs twelve weeks before and six after, whole ones', () => {
    const steady = tally(repeat(40, (i) => 3 + (i % 2)));
    expect(seriesEffect(steady, windows(12, 10))).toMatchObject({ regression: null, problem: 'too-few-weeks' });
    expect(seriesEffect(steady, windows(30, 5)).problem).toBe('too-few-weeks');
  });

  it('reports level and slope with their range over the seven week starts', () => {
    const stepped = tally([...repeat(40, (i) => 8 + (i % 3)), ...repeat(30, (i) => 4 + (i % 3))]);
    const effect = seriesEffect(stepped, windows(40, 30));
    expect(effect).toMatchObject({ seasonal: false, problem: null, excluding: 7 });
    expect(effect.regression?.level.ratio).toBeCloseTo(0.55, 1);
    expect(effect.levelRange.lower).toBeLessThanOrEqual(effect.regression?.level.ratio ?? 0);
    expect(effect.levelRange.upper).toBeGreaterThanOrEqual(effect.regression?.level.ratio ?? 9);
  });

  it('takes seasons out when there are two years', () => {
    const two = tally(repeat(120, (i) => 5 + Math.round(2 * Math.sin((2 * Math.PI * i) / 52))));
    expect(seriesEffect(two, windows(80, 40)).seasonal).toBe(true);
  });

  it('says nothing where a side has no events', () => {
    const silent = tally([...repeat(30, () => 3), ...repeat(20, () => 0)]);
    expect(seriesEffect(silent, windows(30, 20)).problem).toBe('not-estimable');
  });
});
