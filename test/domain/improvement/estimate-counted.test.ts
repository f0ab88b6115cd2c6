import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countEvidence } from '../../../src/domain/improvement/count-evidence.ts';
import type { CountedEvidence } from '../../../src/domain/improvement/counted-evidence.ts';
import { estimateActions, estimateCounted } from '../../../src/domain/improvement/estimate-action.ts';
import { buildCells } from '../../../src/domain/record/build-cells.ts';
import { SIZE_CLASSES } from '../../../src/domain/record/change-cell.ts';
import type { CountedChange } from '../../../src/domain/record/count-change.ts';
import { RULE_LEVELS } from '../../../src/domain/risk/risk-level.ts';
import { action, change, evidence, FIRST_DAY, generateHistory, incident } from './generate-history.ts';

const TODAY = FIRST_DAY + 200;

/** A report is stored as JSON, which would turn NaN and Infinity into null without a word. */
function expectFinite(value: unknown, path = ''): void {
  if (typeof value === 'number') expect(Number.isFinite(value), path).toBe(true);
  else if (value !== null && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) expectFinite(item, `${path}.${key}`);
  }
}

/** As a day that is counted by itself: its cells share nothing with those of other days. */
function byDay(given: CountedEvidence, changes: readonly CountedChange[]): CountedEvidence {
  const days = [...Map.groupBy(changes, ({ change: one }) => Math.floor(one.mergedAt))].sort(([a], [b]) => a - b);
  const counted = days.map(([, members]) => buildCells(members));
  return {
    ...given,
    counts: {
      cells: counted.flatMap(({ cells }) => cells),
      speeds: counted.flatMap(({ speeds }) => speeds),
      atRisk: counted.flatMap(({ atRisk }) => atRisk),
    },
  };
}

const day = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: FIRST_DAY, max: TODAY, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(-1e7, 0, TODAY + 0.5, TODAY + 900, 1e8) },
);
const changes = fc.array(
  fc.record({
    at: day,
    deployed: fc.option(fc.double({ min: -3, max: 3, noNaN: true })),
    risk: fc.constantFrom(...RULE_LEVELS, 'unknown' as const, 'none' as const),
    size: fc.constantFrom(...SIZE_CLASSES),
    accepted: fc.constantFrom(true, false, null),
    control: fc.constantFrom<readonly string[]>([], ['statements'], ['other']),
    outside: fc.constantFrom<readonly string[]>([], ['other']),
  }),
  { maxLength: 60 },
);
const hurt = fc.array(
  fc.record({ at: day, cause: fc.integer({ min: 0, max: 70 }), p: fc.double({ min: 0, max: 1, noNaN: true }) }),
  { maxLength: 40 },
);
const actions = fc.constantFrom(
  // Tomorrow, before the data, and two on the same day.
  [action({ announcedAt: TODAY + 1 })],
  [action({ announcedAt: FIRST_DAY - 400 })],
  [action({ announcedAt: FIRST_DAY + 100 }), action({ id: 'other', announcedAt: FIRST_DAY + 100 })],
  [action({ announcedAt: FIRST_DAY + 193, measure: 'statements' })],
  [action({ announcedAt: FIRST_DAY + 90, estimator: 'ratio-of-ratios' })],
  [],
);

describe('estimateCounted', () => {
  it('never gives NaN, Infinity or a throw, whatever was counted', () => {
    fc.assert(
      fc.property(changes, hurt, actions, (merged, incidents, tried) => {
        const counted = merged.map((one, i): CountedChange => {
          const { at: mergedAt, risk, size, accepted, control: controlFor, outside: outsideOf } = one;
          const deployedAt = one.deployed === null ? null : mergedAt + one.deployed;
          const changed = change(`${i}`, mergedAt, {
            risk,
            size,
            statementAccepted: accepted,
            deployedAt,
            controlFor,
            outsideOf,
          });
          const unknown = { authorType: 'user', verdict: null, status: null, enforced: false, watched: null } as const;
          return {
            change: changed,
            traits: { ...unknown, risk, size, accepted, projects: [], controlFor, outsideOf },
            deployments: 0,
          };
        });
        const given = evidence({
          actions: tried,
          today: TODAY,
          incidents: incidents.map(({ at, cause, p }, i) =>
            incident(`${i % 30}`, at, [], { links: [{ changeId: `${cause}`, probability: p, state: 'candidate' }] }),
          ),
        });
        const named = new Map(counted.map((one) => [one.change.id, one.change]));
        const estimates = estimateCounted(byDay({ ...countEvidence(given), named }, counted));
        expect(estimates).toHaveLength(tried.length);
        expectFinite(estimates);
        const few = incidents.length < 12;
        if (few) for (const { verdict } of estimates) expect(verdict.answer).toBe('cannot-tell');
      }),
      { seed: 9, numRuns: 150 },
    );
  });

  it('says of cells what it says of plain changes', () => {
    const history = generateHistory({ seed: 4, days: 400, pace: 3, rate: 0.02, start: 220, ratio: 0.4, control: 0.2 });
    expect(estimateCounted(countEvidence(history))).toEqual(estimateActions(history));
  });

  it.each([
    ['nothing at all', evidence({ today: TODAY })],
    ['changes without incidents', evidence({ changes: [change('a', FIRST_DAY + 3)], today: TODAY })],
    ['incidents without changes', evidence({ incidents: [incident('i', FIRST_DAY + 3, ['gone'])], today: TODAY })],
    ['one week', evidence({ changes: [change('a', FIRST_DAY + 1)], today: FIRST_DAY + 7 })],
  ])('of %s: cannot tell, with the condition that failed', (_, given) => {
    const [estimate] = estimateActions(given);
    expect(estimate?.verdict.answer).toBe('cannot-tell');
    expect(estimate?.verdict.failed.length).toBeGreaterThan(0);
    expectFinite(estimate);
  });
});
