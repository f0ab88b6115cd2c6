import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOverspent, spendBudget } from '../../../src/domain/project/error-budget.ts';

/** `spent` by days ago. */
function days(length: number, spent: Readonly<Record<number, number>>) {
  return Array.from({ length }, (_, i) => ({ exposure: 1 / 28, spent: spent[length - 1 - i] ?? 0 }));
}

describe('spendBudget', () => {
  it('says what is left, how fast it goes and when it is gone', () => {
    // Two of three spent, one of them yesterday: one a week, where .75 a week is allowed.
    const budget = spendBudget(days(28, { 1: 1, 20: 1 }), 3);
    expect(budget.allowed).toBeCloseTo(3);
    expect(budget).toMatchObject({ spent: 2 });
    expect(budget.burnRate).toBeCloseTo(1 / (3 / 4));
    // The old one leaves after 8 days, when 1 + 8/7 are in; 1 + d/7 > 3 from the 15th day on.
    expect(budget.exhaustedInDays).toBe(15);
  });

  it('is gone when it is overspent', () => {
    expect(spendBudget(days(28, { 20: 4 }), 3)).toMatchObject({ exhaustedInDays: 0, burnRate: 0 });
  });

  it('lasts when nothing was spent lately', () => {
    expect(spendBudget(days(28, { 20: 3 }), 3)).toMatchObject({ exhaustedInDays: null, burnRate: 0 });
  });

  it('a target of none is kept until the first', () => {
    expect(spendBudget(days(28, {}), 0)).toMatchObject({ left: 0, burnRate: null, exhaustedInDays: null });
    expect(spendBudget(days(28, { 3: 1 }), 0)).toMatchObject({ left: -1, exhaustedInDays: 0 });
  });

  it('without a chance to spend there is no burn rate', () => {
    const idle = Array.from({ length: 28 }, (_, i) => ({ exposure: i < 20 ? 5 : 0, spent: 0 }));
    expect(spendBudget(idle, 0.1)).toMatchObject({ burnRate: null, exhaustedInDays: null });
    expect(spendBudget([], 1)).toMatchObject({ allowed: 0, spent: 0, burnRate: null, exhaustedInDays: null });
  });

  it('is exhausted now exactly when it is overspent', () => {
    const day = fc.record({ exposure: fc.integer({ min: 0, max: 9 }), spent: fc.integer({ min: 0, max: 9 }) });
    const property = fc.property(
      fc.array(day, { maxLength: 28 }),
      fc.double({ min: 0, max: 2, noNaN: true }),
      (list, share) => {
        const budget = spendBudget(list, share);
        expect(budget.exhaustedInDays === 0).toBe(isOverspent(budget));
      },
    );
    fc.assert(property, { seed: 4, numRuns: 200 });
  });
});
