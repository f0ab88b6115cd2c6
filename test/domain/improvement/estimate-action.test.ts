import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../../src/domain/improvement/estimate.ts';
import { estimateActions } from '../../../src/domain/improvement/estimate-action.ts';
import { SIZE_CLASSES } from '../../../src/domain/record/change-cell.ts';
import { RULE_LEVELS } from '../../../src/domain/risk/risk-level.ts';
import type { Evidence } from '../../../src/domain/improvement/evidence.ts';
import { action, change, evidence, FIRST_DAY, generateHistory, incident } from './generate-history.ts';

/** A report is stored as JSON, which would turn NaN and Infinity into null without a word. */
function expectFinite(value: unknown, path = ''): void {
  if (typeof value === 'number') expect(Number.isFinite(value), path).toBe(true);
  else if (value !== null && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) expectFinite(item, `${path}.${key}`);
  }
}

function estimate(input: Evidence): Estimate {
  const [first] = estimateActions(input);
  if (!first) throw new Error('no action');
  const { action: given, ...rest } = first;
  expect(given).toEqual(input.actions[0]);
  expectFinite(rest);
  return first;
}

const YEARS = { seed: 11, days: 800, pace: 6, rate: 0.02, start: 420, measure: 'statements', ramp: 20 } as const;

describe('estimateActions', () => {
  it('an action that halves incidents: improved', () => {
    const found = estimate(generateHistory({ ...YEARS, ratio: 0.5 }));
    expect(found.verdict).toMatchObject({ answer: 'improved', failed: [] });
    expect(found.main?.interval.lower).toBeLessThan(0.5);
    expect(found.main?.interval.upper).toBeGreaterThan(0.5);
    expect(found.freeze.estimator?.estimator).toBe('mantel-haenszel');
    expect(found.freeze.coverage.washout?.from).toBeGreaterThan(FIRST_DAY + 415);
    expect(found.freeze.windows?.after.to).toBe(FIRST_DAY + 800 - found.freeze.followUp.days);
    expect(found.layers?.series.problem).toBeNull();
    expect(found.layers?.guard.problem).toBeNull();
    expect(found.survival.accepted.test?.hazardRatio).toBeLessThan(1);
  });

  it('an action that does nothing: cannot tell, with what could have been seen', () => {
    const found = estimate(generateHistory({ ...YEARS, ratio: 1 }));
    expect(found.verdict.answer).toBe('cannot-tell');
    expect(found.verdict.failed[0]?.code).toBe('interval');
    expect(found.detectable?.smallestRatio).toBeGreaterThan(0.4);
    expect(found.main?.interval.lower).toBeLessThan(1);
    expect(found.main?.interval.upper).toBeGreaterThan(1);
  });

  it('an action that doubles incidents: worse', () => {
    expect(estimate(generateHistory({ ...YEARS, ratio: 2.2 })).verdict.answer).toBe('worse');
  });

  it('a control area with enough incidents makes it a ratio of rate ratios', () => {
    const found = estimate(generateHistory({ ...YEARS, seed: 5, ratio: 0.5, control: 0.4, rate: 0.03 }));
    expect(found.freeze.estimator).toMatchObject({ estimator: 'ratio-of-ratios', because: 'control-large-enough' });
    expect(found.main?.control?.before.events).toBeGreaterThanOrEqual(20);
    expect(found.main?.ratio).toBeGreaterThan(0.3);
    expect(found.main?.ratio).toBeLessThan(0.8);
  });

  it('counts by the cohort clock: young changes and late incidents are in neither window', () => {
    const changes = Array.from({ length: 200 }, (_, i) => change(`${i}`, FIRST_DAY + i + 0.5));
    const late = incident('late', FIRST_DAY + 60, ['10']);
    const soon = incident('soon', FIRST_DAY + 15, ['10']);
    const young = incident('young', FIRST_DAY + 198, ['197']);
    const found = estimate(
      evidence({
        changes,
        incidents: [late, soon, young],
        actions: [action({ announcedAt: FIRST_DAY + 100, followUpDays: 14 })],
        today: FIRST_DAY + 200,
      }),
    );
    expect(found.main?.subject.before).toEqual({ events: 1, exposure: 100 });
    expect(found.main?.subject.after).toEqual({ events: 0, exposure: 86 });
  });

  it('counts neither changes outside its scope nor their incidents', () => {
    const inside = generateHistory({ ...YEARS, days: 400, start: 200, ratio: 1 });
    const outside = Array.from({ length: 300 }, (_, i) =>
      change(`outside ${i}`, FIRST_DAY + i, { outsideOf: ['statements'], statementAccepted: true }),
    );
    const harm = outside.map(({ id }, i) => incident(`outside ${i}`, FIRST_DAY + i + 1, [id]));
    const found = estimate({
      ...inside,
      changes: [...inside.changes, ...outside],
      incidents: [...inside.incidents, ...harm],
    });
    const alone = estimate(inside);
    expect(found.main).toEqual(alone.main);
    expect(found.freeze).toEqual(alone.freeze);
    expect(found.layers?.speed).toEqual(alone.layers?.speed);
    expect(found.chart).toEqual(alone.chart);
    expect(found.survival).toEqual(alone.survival);
  });

  it('keeps inquiries and near misses apart', () => {
    const found = estimate(generateHistory({ ...YEARS, ratio: 2, kind: 'near-miss' }));
    expect(found.verdict.failed.map(({ code }) => code)).toContain('estimable');
    const nearMiss = found.layers?.kinds.find(({ kind }) => kind === 'near-miss');
    expect(nearMiss?.estimate.ratio).toBeGreaterThan(1);
    expect(nearMiss?.adjustedP).toBeLessThan(0.05);
  });

  it('the same facts give the same estimate, in any order', () => {
    const input = generateHistory({ ...YEARS, ratio: 0.7, days: 500, start: 250 });
    const shuffled = { ...input, changes: input.changes.toReversed(), incidents: input.incidents.toReversed() };
    expect(estimate(shuffled).main).toEqual(estimate(input).main);
    expect(estimate(input)).toEqual(estimate(input));
  });
});

describe('bad input', () => {
  const base = generateHistory({ ...YEARS, days: 400, start: 200, ratio: 1 });

  it.each([
    ['nothing at all', evidence(), 'windows'],
    ['no incidents', { ...base, incidents: [] }, 'estimable'],
    ['no changes', { ...base, changes: [] }, 'started'],
    ['one week', generateHistory({ ...YEARS, days: 7, start: 3, ratio: 1 }), 'started'],
    ['an action that starts tomorrow', { ...base, actions: [action({ announcedAt: base.today + 1 })] }, 'started'],
    ['an action from before the data', { ...base, actions: [action({ announcedAt: FIRST_DAY - 50 })] }, 'windows'],
    ['an action at no time', { ...base, actions: [action({ announcedAt: Number.NaN })] }, 'started'],
    ['a measure that nobody took', { ...base, actions: [action({ measure: 'windows' })] }, 'started'],
    [
      'a control area with no changes',
      { ...base, actions: [action({ announcedAt: FIRST_DAY + 200, estimator: 'ratio-of-ratios' })] },
      'estimable',
    ],
    ['a last look before the first', { ...base, today: FIRST_DAY - 10 }, 'started'],
  ] as const)('%s: cannot tell, and why', (_, input, code) => {
    const { verdict } = estimate(input);
    expect(verdict.answer).toBe('cannot-tell');
    expect(verdict.failed[0]?.code).toBe(code);
  });

  it('two actions that came together cannot be told apart', () => {
    const actions = [action({ announcedAt: FIRST_DAY + 200 }), action({ id: 'twin', announcedAt: FIRST_DAY + 200 })];
    const found = estimateActions({ ...base, actions });
    expect(found.map(({ verdict }) => verdict.failed[0])).toEqual([
      { code: 'sole-action', holds: false, overlapping: ['twin'] },
      { code: 'sole-action', holds: false, overlapping: ['statements'] },
    ]);
  });

  it('actions on other kinds, or never in force, stand in nobody’s way', () => {
    const actions = [
      action({ announcedAt: FIRST_DAY + 200 }),
      action({ id: 'other', announcedAt: FIRST_DAY + 200, targets: ['inquiry'] }),
      action({ id: 'never', announcedAt: base.today + 9 }),
    ];
    expect(estimateActions({ ...base, actions })[0]?.freeze.overlapping).toEqual([]);
  });

  it('all strata sparse: wide, not wrong', () => {
    const changes = Array.from({ length: 300 }, (_, i) =>
      change(`${i}`, FIRST_DAY + i, {
        risk: ([...RULE_LEVELS, 'unknown', 'none'] as const)[i % 5] ?? 'none',
        size: SIZE_CLASSES[i % 4] ?? 'unknown',
      }),
    );
    const incidents = Array.from({ length: 12 }, (_, i) => incident(`i${i}`, FIRST_DAY + 20 * i + 2, [`${20 * i}`]));
    const found = estimate(
      evidence({ changes, incidents, actions: [action({ announcedAt: FIRST_DAY + 150 })], today: FIRST_DAY + 300 }),
    );
    expect(found.verdict.answer).toBe('cannot-tell');
  });

  it('never gives NaN, Infinity or a throw, whatever the times and links', () => {
    const time = fc.oneof(
      fc.double({ min: FIRST_DAY - 400, max: FIRST_DAY + 400, noNaN: true }),
      fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1e12, 1e12, 0),
    );
    const changes = fc.array(
      fc.record({
        id: fc.integer({ min: 0, max: 30 }),
        at: time,
        covered: fc.constantFrom(true, false, null),
        lines: fc.constantFrom(0, -5, 1e9, null),
      }),
      { maxLength: 40 },
    );
    const incidents = fc.array(
      fc.record({
        id: fc.integer({ min: 0, max: 20 }),
        at: time,
        cause: fc.integer({ min: 0, max: 40 }),
        p: fc.double({ min: -1, max: 2 }),
        confirmed: fc.boolean(),
      }),
      { maxLength: 30 },
    );
    const measure = fc.constantFrom('statements', 'windows', 'announcement');
    const estimator = fc.constantFrom('crude', 'mantel-haenszel', 'ratio-of-ratios', null);
    fc.assert(
      fc.property(changes, incidents, time, measure, estimator, (merged, hurt, announcedAt, by, registered) => {
        const input = evidence({
          changes: merged.map(({ id, at, covered, lines }) =>
            change(`${id}`, at, {
              statementAccepted: covered,
              changedLines: lines,
              controlFor: id % 3 === 0 ? ['statements'] : [],
              monitoring: covered === null ? null : { endsAt: at + 1, confirmed: covered },
            }),
          ),
          incidents: hurt.map(({ id, at, cause, p, confirmed }) =>
            incident(`${id}`, at, [], {
              links: [{ changeId: `${cause}`, probability: p, state: confirmed ? 'confirmed' : 'candidate' }],
            }),
          ),
          actions: [action({ announcedAt, measure: by, estimator: registered })],
          today: FIRST_DAY + 200,
        });
        const { action: given, ...rest } = estimateActions(input)[0] ?? { action: null };
        expect(given?.id).toBe('statements');
        expectFinite(rest);
      }),
      { seed: 5, numRuns: 150 },
    );
  });
});
