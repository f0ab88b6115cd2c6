import { describe, expect, it } from 'vitest';
import { agreementOnKinds, compareKinds } from '../../../src/domain/improvement/compare-kinds.ts';
import { compareSpeed } from '../../../src/domain/improvement/compare-speed.ts';
import { compareSurvival, followChanges } from '../../../src/domain/improvement/compare-survival.ts';
import { foresees } from '../../../src/domain/improvement/foresees.ts';
import { measureUncertainty } from '../../../src/domain/improvement/measure-uncertainty.ts';
import { resolveIncidents } from '../../../src/domain/improvement/resolve-incidents.ts';
import { change, counts, incident } from './generate-history.ts';

const WINDOWS = { before: { from: 0, to: 100 }, after: { from: 100, to: 200 } };

describe('compareSurvival', () => {
  const released = (id: string, day: number, accepted: boolean, enforced = false) =>
    change(id, day, { deployedAt: day, statementAccepted: accepted, enforced, author: `author ${Number(id) % 4}` });

  it('compares accepted with not among advised changes, from release to first incident', () => {
    const changes = Array.from({ length: 40 }, (_, i) => released(`${i}`, i, i % 2 === 0));
    const incidents = [1, 3, 5, 7, 2].map((i) => incident(`i${i}`, i + 10, [`${i}`]));
    const { accepted } = compareSurvival(
      followChanges(counts(changes).atRisk, 200),
      resolveIncidents(changes, incidents, 200).incidents,
      100,
    );
    expect(accepted.exposed).toMatchObject({ changes: 20, events: 1 });
    expect(accepted.others).toMatchObject({ changes: 20, events: 4 });
    expect(accepted.exposed.at.map(({ day }) => day)).toEqual([7, 30, 90]);
    expect(accepted.exposed.at[0]?.share).toBe(1);
    expect(accepted.others.at[1]?.share).toBeCloseTo(0.8, 12);
    expect(accepted.test?.hazardRatio).toBeLessThan(1);
    expect(accepted.test?.clusters).toBe(4);
  });

  it('has no comparison group where the check was enforced', () => {
    const changes = [released('1', 1, true, true), released('2', 2, false, true)];
    const { accepted, monitored } = compareSurvival(followChanges(counts(changes).atRisk, 100), [], 100);
    expect(accepted).toMatchObject({ problem: 'no-comparison-group', test: null });
    expect(monitored.problem).toBe('no-comparison-group');
  });

  it('starts the monitored clock at the end of the window, among those without an incident by then', () => {
    const changes = ['a', 'b', 'c', 'd'].map((id, i) =>
      change(id, 10, { monitoring: { endsAt: 13, confirmed: i < 2 }, deployedAt: 10 }),
    );
    const incidents = [incident('cut short', 11, ['c']), incident('later', 20, ['d']), incident('unlinked', 20, [])];
    const { monitored } = compareSurvival(
      followChanges(counts(changes).atRisk, 200),
      resolveIncidents(changes, incidents, 200).incidents,
      50,
    );
    expect(monitored.exposed).toMatchObject({ changes: 2, events: 0 });
    expect(monitored.others).toMatchObject({ changes: 1, events: 1 });
  });

  it('leaves out windows that are still open', () => {
    const open = [change('a', 10, { monitoring: { endsAt: 60, confirmed: false } })];
    expect(compareSurvival(followChanges(counts(open).atRisk, 50), [], 50).monitored.others.changes).toBe(0);
  });
});

describe('compareSpeed', () => {
  it('gives medians, their shift and throughput', () => {
    const merges = Array.from({ length: 80 }, (_, i) => {
      const mergedAt = i < 40 ? 2.5 * i : 100 + 2.5 * (i - 40);
      return change(`${i}`, mergedAt, { openedAt: mergedAt - (i < 40 ? 4 : 2) - (i % 5) / 10, deployedAt: null });
    });
    const speed = compareSpeed(counts(merges), WINDOWS);
    expect(speed.openToMerge.before).toMatchObject({ changes: 40 });
    // Values stand for bins that they are within 1 % of.
    expect(Math.abs((speed.openToMerge.before.median ?? 0) - 4.2)).toBeLessThan(0.042);
    expect(Math.abs((speed.openToMerge.shift ?? 0) + 2)).toBeLessThan(0.042 + 0.022);
    expect(speed.openToMerge.interval.upper).toBeLessThan(-1.8);
    expect(Math.abs((speed.openToMerge.after.p90OverP50 ?? 0) - 2.4 / 2.2)).toBeLessThan(0.023);
    expect(speed.mergeToDeploy).toMatchObject({ shift: null, p: null, interval: { lower: null, upper: null } });
    expect(speed.throughput.before).toBeCloseTo(2.8, 12);
  });

  it('a clock that runs backwards was no wait, and one pair bounds nothing', () => {
    const pair = [change('a', 10, { openedAt: 12 }), change('b', 110, { openedAt: 109 })];
    const { openToMerge, throughput } = compareSpeed(counts(pair), WINDOWS);
    expect(openToMerge.before).toEqual({ changes: 1, median: 0, p90OverP50: null });
    expect(openToMerge).toMatchObject({ interval: { lower: null, upper: null } });
    expect(Math.abs((openToMerge.shift ?? 0) - 1)).toBeLessThan(0.01);
    expect(throughput.after).toBeCloseTo(0.07, 12);
    const nothing = { before: { from: 0, to: 0 }, after: { from: 0, to: 0 } };
    expect(compareSpeed(counts([]), nothing).throughput).toEqual({ before: null, after: null });
  });
});

describe('foresees', () => {
  const billing = { services: ['billing', '請求', 'B'], glob: 'app/billing/**' };

  it.each([
    ['Only the Billing service', true],
    ['ｂｉｌｌｉｎｇ を変える', true],
    ['請求画面', true],
    ['see `app/billing/invoice.rb`', true],
    ['(app/billing), nothing else', true],
    ['./app/billing/', true],
    ['app/search/index.ts', false],
    ['https://example.com/app', false],
    ['B is a letter', false],
    ['', false],
  ])('%j → %s', (text, expected) => {
    expect(foresees(text, billing)).toBe(expected);
  });

  it('survives hostile text and broken globs', () => {
    expect(foresees('a/'.repeat(200_000), { services: [], glob: '**/x/**' })).toBe(false);
    expect(foresees('app/x', { services: [], glob: '[' })).toBe(false);
    expect(foresees('anything', { services: [], glob: null })).toBe(false);
  });
});

describe('measureUncertainty', () => {
  const changes = [
    change('a', 10, { blastRadius: 'billing', reverted: true }),
    change('b', 20, { blastRadius: 'search', followUpFix: true }),
    change('c', 110, { blastRadius: 'the search index' }),
    change('d', 120, { blastRadius: 'billing' }),
    change('e', 130),
  ];
  const hurt = (id: string, cause: string, service: string) =>
    incident(id, 140, [cause], { services: service === '' ? [] : [service] });

  it('sets what was foreseen beside what luck gives', () => {
    const incidents = [
      hurt('1', 'a', 'billing'),
      hurt('2', 'b', 'search'),
      hurt('3', 'c', 'billing'),
      hurt('4', 'd', ''),
      hurt('5', 'e', 'billing'),
    ];
    const { foresight, reverts, followUpFixes } = measureUncertainty(
      counts(changes).cells,
      resolveIncidents(changes, incidents, 200).incidents,
      WINDOWS,
      1,
    );
    expect(foresight.incidents).toBe(3);
    expect(foresight.foreseen.share).toBeCloseTo(2 / 3, 12);
    // Of the six pairs of a text with another's incident, "billing" × 3 and "the search index" × 2 match.
    expect(foresight.byChance).toBeCloseTo(2 / 6, 12);
    expect(reverts.before.share).toBe(0.5);
    expect(reverts.after.share).toBe(0);
    expect(followUpFixes.before.share).toBe(0.5);
  });

  it('samples pairs, seeded, when there are many', () => {
    const many = Array.from({ length: 200 }, (_, i) =>
      change(`${i}`, i % 100, { blastRadius: i % 2 ? 'search' : 'billing' }),
    );
    const incidents = many.map(({ id }, i) => hurt(`i${id}`, id, i % 2 ? 'search' : 'billing'));
    const once = measureUncertainty(
      counts(many).cells,
      resolveIncidents(many, incidents, 200).incidents,
      WINDOWS,
      3,
    ).foresight;
    expect(once.foreseen.share).toBe(1);
    expect(once.byChance).toBeGreaterThan(0.47);
    expect(once.byChance).toBeLessThan(0.53);
    expect(measureUncertainty(counts(many).cells, [], WINDOWS, 3).foresight).toMatchObject({
      incidents: 0,
      byChance: null,
    });
  });
});

describe('kinds', () => {
  it('classified twice: agreement beyond chance', () => {
    const pairs = [
      ...Array.from({ length: 8 }, () => ({ first: 'incident', second: 'incident' }) as const),
      ...Array.from({ length: 8 }, () => ({ first: 'regression', second: 'regression' }) as const),
      ...Array.from({ length: 4 }, () => ({ first: 'regression', second: 'incident' }) as const),
    ];
    expect(agreementOnKinds(pairs).kappa).toBeCloseTo(0.6153846, 6);
    expect(agreementOnKinds([]).kappa).toBeNull();
  });

  it('skips kinds that were not tallied', () => {
    expect(compareKinds(new Map(), WINDOWS)).toEqual([]);
  });
});
