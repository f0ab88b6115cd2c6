import { describe, expect, it } from 'vitest';
import { buildCells } from '../../../src/domain/record/build-cells.ts';
import { countChange } from '../../../src/domain/record/count-change.ts';
import { COUNTS, sketchMedian } from '../../../src/domain/record/sketch.ts';
import { exposure, facts, judgement, monitoringWindow } from './record-samples.ts';

describe('countChange', () => {
  it.each([
    ['stated', judgement(), true],
    ['none', judgement({ status: 'none', verdict: 'none' }), true],
    ['missing', judgement({ status: 'missing', verdict: 'missing', conclusion: 'neutral' }), false],
    ['stated, but not enough', judgement({ conclusion: 'failure' }), false],
    ['overridden', judgement({ status: 'overridden' }), false],
    ['exempt: nobody asked', judgement({ status: 'exempt' }), null],
    ['a push', null, null],
  ])('%s: accepted %s', (_, given, accepted) => {
    const { change, traits } = countChange(facts({ exposure: exposure({ judgement: given }) }));
    expect(change.statementAccepted).toBe(accepted);
    expect(traits.accepted).toBe(accepted);
  });

  it.each([
    [{ additions: 5, deletions: 5 }, 'xs'],
    [{ additions: 11, deletions: 0 }, 's'],
    [{ additions: 0, deletions: 101 }, 'm'],
    [{ additions: 900, deletions: 101 }, 'l'],
    [{ additions: 1, incomplete: 'truncated' as const }, 'unknown'],
  ])('%j is of size %s', (over, size) => {
    expect(countChange(facts({ exposure: exposure(over) })).traits.size).toBe(size);
  });

  it.each([
    ['done', { confirmed: true }],
    ['lapsed', { confirmed: false }],
    ['open', null],
    ['incident', null],
    ['reverted', null],
  ] as const)('a window that is %s says of watching: %j', (state, said) => {
    const { change, traits } = countChange(facts({ window: monitoringWindow({ state }) }));
    expect(traits.watched).toBe(state);
    expect(change.monitoring === null ? null : { confirmed: change.monitoring.confirmed }).toEqual(said);
    expect(change.reverted).toBe(state === 'reverted');
  });
});

describe('buildCells', () => {
  const two = [
    countChange(facts({ release: { at: 20_456, share: 0.5 } })),
    countChange(facts({ exposure: exposure({ number: 8, reviewRounds: 4 }), reverted: true })),
  ];

  it('counts what is alike together, and keeps days and traits apart', () => {
    const pushed = countChange(facts({ exposure: exposure({ number: null, sha: 'p', judgement: null }) }));
    const later = countChange(facts({ exposure: exposure({ number: 9, mergedAt: '2026-01-03T00:00:00Z' }) }));
    const { cells, speeds } = buildCells([later, ...two, pushed]);
    expect(cells.map(({ day, traits, changes }) => [day, traits.risk, changes])).toEqual([
      [20_455, 'medium', 2],
      [20_455, 'none', 1],
      [20_456, 'medium', 1],
    ]);
    expect(cells[0]).toMatchObject({ deployments: 0.5, changedLines: 26, reverted: 1, followUpFixes: 0 });
    expect(speeds.map(({ day }) => day)).toEqual([20_455, 20_456]);
    expect(speeds[0] && sketchMedian(COUNTS, speeds[0].reviewRounds)).toBe(2);
  });

  it('is the same whatever the order', () => {
    expect(buildCells([...two].reverse())).toEqual(buildCells(two));
  });

  it('starts the clocks of survival at the release and at the end of the window', () => {
    const watched = countChange(facts({ release: { at: 20_458.5, share: 1 }, window: monitoringWindow() }));
    const enforced = countChange(facts({ exposure: exposure({ judgement: judgement({ mode: 'enforce' }) }) }));
    const { atRisk } = buildCells([watched, enforced]);
    expect(atRisk.map(({ traits, starts }) => [traits.clock, traits.exposed, starts[0], starts[2]])).toEqual([
      ['accepted', true, 20_458, 1],
      ['monitored', true, 20_457, 1],
    ]);
    expect(atRisk[0]?.starts).toHaveLength(3);
  });
});
