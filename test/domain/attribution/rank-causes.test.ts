import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangeUnit } from '../../../src/domain/attribution/change-unit.ts';
import type { Fault } from '../../../src/domain/attribution/fault.ts';
import { parseCodeOwners } from '../../../src/domain/code-owners/parse-code-owners.ts';
import { indexHistory } from '../../../src/domain/attribution/history-index.ts';
import { MAX_RANKED, rankCauses } from '../../../src/domain/attribution/rank-causes.ts';

const DAY = 86_400;

/** A quiet history of 40 changes, one a day, each with a file of its own; `extra` comes on top. */
function historyWith(extra: readonly ChangeUnit[] = []) {
  const quiet = Array.from(
    { length: 40 },
    (_, i): ChangeUnit => ({ id: `q${i}`, at: i * DAY, files: [`docs/page${i}.md`] }),
  );
  return indexHistory([...quiet, ...extra]);
}

const NOW = 40 * DAY;
const fault: Fault = { at: NOW, files: ['app/billing/invoice.rb'], blame: [] };

describe('rankCauses', () => {
  it('puts the unit first that wrote the removed lines', () => {
    const history = historyWith([
      { id: 'old', at: 3 * DAY, files: ['app/billing/invoice.rb'] },
      { id: 'new', at: 20 * DAY, files: ['app/billing/invoice.rb'] },
    ]);
    const { causes } = rankCauses({ ...fault, blame: [{ unit: 'old', lines: 14 }] }, history);
    expect(causes[0]).toMatchObject({
      unit: { id: 'old' },
      evidence: [{ kind: 'blame', lines: 14, totalLines: 14, context: false }, { kind: 'files' }, { kind: 'time' }],
    });
    expect(causes[0]?.confidence).toBeGreaterThan(causes[1]?.confidence ?? 1);
  });

  it('falls back to the latest change of the same files', () => {
    const history = historyWith([
      { id: 'older', at: 30 * DAY, files: ['app/billing/invoice.rb'] },
      { id: 'latest', at: 38 * DAY, files: ['app/billing/invoice.rb', 'app/billing/tax.rb'] },
    ]);
    expect(
      rankCauses(fault, history)
        .causes.slice(0, 2)
        .map((cause) => cause.unit.id),
    ).toEqual(['latest', 'older']);
  });

  it('finds the code behind a broken test by name', () => {
    const history = historyWith([{ id: 'code', at: 39 * DAY, files: ['lib/billing/tax_rounding.rb'] }]);
    const { causes } = rankCauses({ ...fault, files: ['test/billing/tax_rounding_test.rb'] }, history);
    expect(causes[0]).toMatchObject({ unit: { id: 'code' }, evidence: [{ kind: 'names' }, { kind: 'time' }] });
  });

  it('reads context blame only when the fix removed nothing', () => {
    const history = historyWith([
      { id: 'beside', at: 10 * DAY, files: ['a.rb'] },
      { id: 'removed', at: 12 * DAY, files: ['a.rb'] },
    ]);
    const beside = { unit: 'beside', lines: 6, context: true };
    const ghost = rankCauses({ ...fault, files: ['a.rb'], blame: [beside] }, history);
    expect(ghost.causes.find((cause) => cause.unit.id === 'beside')?.evidence[0]).toMatchObject({
      kind: 'blame',
      context: true,
    });
    const both = rankCauses({ ...fault, files: ['a.rb'], blame: [beside, { unit: 'removed', lines: 1 }] }, history);
    expect(both.causes[0]).toMatchObject({ unit: { id: 'removed' } });
    expect(both.causes.find((cause) => cause.unit.id === 'beside')?.evidence[0]).not.toMatchObject({ kind: 'blame' });
  });

  it('never names a change made after the fault, nor the fix', () => {
    const history = historyWith([
      { id: 'later', at: NOW, files: fault.files },
      { id: 'fix', at: 39.5 * DAY, files: fault.files },
    ]);
    const blame = [
      { unit: 'later', lines: 3 },
      { unit: 'fix', lines: 3 },
    ];
    const ids = rankCauses({ ...fault, fix: 'fix', blame }, history).causes.map((cause) => cause.unit.id);
    expect(ids).not.toContain('later');
    expect(ids).not.toContain('fix');
  });

  it('says at most 0.2 from time alone', () => {
    const { causes } = rankCauses(
      { ...fault, files: [] },
      indexHistory([{ id: 'only', at: NOW - 60, files: ['x.rb'] }]),
    );
    expect(causes).toMatchObject([{ confidence: 0.2, evidence: [{ kind: 'time' }] }]);
  });

  it('believes people first, and several of them', () => {
    const history = historyWith([{ id: 'hot', at: 39 * DAY, files: fault.files }]);
    const stated = [
      { unit: 'q3', certainty: 'stated' },
      { unit: 'q7', certainty: 'hedged' },
    ] as const;
    const { causes, noChange } = rankCauses({ ...fault, stated, noChange: 0.3 }, history);
    expect(causes.slice(0, 2)).toMatchObject([
      { unit: { id: 'q3' }, confidence: 0.97, evidence: [{ kind: 'stated', certainty: 'stated' }, { kind: 'time' }] },
      { unit: { id: 'q7' }, confidence: 0.75 },
    ]);
    expect(noChange).toBeCloseTo(0.03);
  });

  it('leaves room for "no change"', () => {
    const history = historyWith([{ id: 'hot', at: 39 * DAY, files: fault.files }]);
    const sure = rankCauses(fault, history).causes[0]?.confidence ?? 0;
    const external = rankCauses({ ...fault, noChange: 0.9 }, history);
    expect(external.noChange).toBe(0.9);
    expect(external.causes[0]?.confidence).toBeCloseTo(sure * 0.1);
  });

  it('prefers the code of the same owners, as far as they own little', () => {
    const units: ChangeUnit[] = [
      { id: 'billing', at: 38 * DAY, files: ['ledger/post.go'] },
      { id: 'other', at: 38.5 * DAY, files: ['media/resize.go'] },
    ];
    const quiet = historyWith(units).units;
    const owners = parseCodeOwners('* @acme/everyone\n/app/billing/ @acme/money\n/ledger/ @acme/money @acme/books');
    const order = (history: ReturnType<typeof indexHistory>) => {
      const { causes } = rankCauses(fault, history);
      return (
        causes.findIndex(({ unit }) => unit.id === 'billing') - causes.findIndex(({ unit }) => unit.id === 'other')
      );
    };
    expect(order(indexHistory(quiet))).toBeGreaterThan(0);
    expect(order(indexHistory(quiet, owners))).toBeLessThan(0);
    expect(order(indexHistory(quiet, parseCodeOwners('* @acme/everyone')))).toBeGreaterThan(0);
    const [first] = rankCauses(fault, indexHistory(quiet, owners)).causes;
    expect(first?.evidence[0]).toEqual({ kind: 'owners', owners: ['acme/money'] });
  });

  it('prefers the change that was the riskier beforehand, but never by much', () => {
    const facts = { level: 'high', lines: 2_000, verdict: 'missing', watched: 'lapsed' } as const;
    const files = fault.files;
    const history = historyWith([
      { id: 'risky', at: 38 * DAY, files, facts },
      { id: 'quiet', at: 38 * DAY, files },
    ]);
    const [first, second] = rankCauses(fault, history).causes;
    expect([first?.unit.id, second?.unit.id]).toEqual(['risky', 'quiet']);
    expect(first?.evidence.at(-1)).toEqual({
      kind: 'prior',
      reasons: ['high-risk', 'large', 'unstated', 'unwatched'],
      lines: 2_000,
    });
    const later = historyWith([
      { id: 'risky', at: 30 * DAY, files, facts },
      { id: 'quiet', at: 39 * DAY, files },
    ]);
    expect(rankCauses(fault, later).causes[0]?.unit.id).toBe('quiet');
    const alone = indexHistory([{ id: 'only', at: NOW - 60, files: ['x.rb'], facts }]);
    expect(rankCauses({ ...fault, files: [] }, alone).causes[0]?.confidence).toBe(0.2);
  });

  it('counts how often the file changed since, not only how much happened', () => {
    const touching = (file: string, from: number): ChangeUnit[] =>
      Array.from({ length: 20 }, (_, i) => ({ id: `${file}${i}`, at: (from + i / 10) * DAY, files: [file] }));
    const history = historyWith([
      ...touching('still.rb', 10),
      ...touching('busy.rb', 30),
      { id: 'in still', at: 25 * DAY, files: ['still.rb'] },
      { id: 'in busy', at: 25 * DAY, files: ['busy.rb'] },
    ]);
    const ids = rankCauses({ ...fault, files: ['busy.rb', 'still.rb'] }, history).causes.map(({ unit }) => unit.id);
    expect(ids).toContain('in busy');
    expect(ids.indexOf('in still')).toBeLessThan(ids.indexOf('in busy'));
  });

  it('answers an empty history', () => {
    expect(rankCauses({ ...fault, noChange: Number.NaN }, indexHistory([]))).toEqual({
      causes: [],
      noChange: 0,
      leading: null,
    });
  });

  it('is the same in any order, and its probabilities add up', () => {
    const file = fc.constantFrom('a/b.rb', 'a/c.rb', 'lib/user_name.ts', 'test/userName.test.ts', '', '日本/語.rb');
    const unit = fc.record({
      at: fc.integer({ min: 0, max: 90 }).map((day) => day * DAY),
      files: fc.array(file, { maxLength: 4 }),
    });
    fc.assert(
      fc.property(
        fc.array(unit, { maxLength: 30 }),
        fc.array(fc.record({ at: fc.nat(40), lines: fc.integer({ min: -1, max: 9 }), context: fc.boolean() }), {
          maxLength: 6,
        }),
        fc.array(file, { maxLength: 3 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (drawn, blamed, files, noChange) => {
          const units = drawn.map((one, i): ChangeUnit => ({ id: `u${i}`, ...one }));
          const blame = blamed.map(({ at, lines, context }) => ({ unit: `u${at}`, lines, context }));
          const one = rankCauses({ at: 60 * DAY, files, blame, noChange }, indexHistory(units));
          const other = rankCauses(
            { at: 60 * DAY, files: [...files].reverse(), blame: [...blame].reverse(), noChange },
            indexHistory([...units].reverse()),
          );
          expect(other).toEqual(one);
          expect(one.causes.length).toBeLessThanOrEqual(MAX_RANKED);
          const sum = one.causes.reduce((total, cause) => total + cause.confidence, one.noChange);
          expect(sum).toBeLessThanOrEqual(1 + 1e-9);
          for (const cause of one.causes) {
            expect(cause.confidence).toBeGreaterThanOrEqual(0);
            expect(cause.evidence.length).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 150, seed: 20261124 },
    );
  });
});
