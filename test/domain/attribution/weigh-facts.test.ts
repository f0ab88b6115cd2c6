import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangeFacts } from '../../../src/domain/attribution/change-facts.ts';
import { weighFacts } from '../../../src/domain/attribution/weigh-facts.ts';
import { WINDOW_STATES } from '../../../src/domain/monitoring/monitoring-window.ts';
import { STATEMENT_VERDICTS } from '../../../src/domain/statement/impact-statement.ts';

describe('weighFacts', () => {
  it('is neutral about what is unknown', () => {
    expect(weighFacts({})).toEqual({ odds: 0, reasons: [] });
    expect(weighFacts({ level: 'unknown', verdict: 'filled', watched: 'open' })).toEqual({ odds: 0, reasons: [] });
    // An incident found by its window must not make its own link likelier.
    expect(weighFacts({ watched: 'incident' }).odds).toBe(0);
  });

  it.each<[ChangeFacts, readonly string[]]>([
    [{ level: 'high' }, ['high-risk']],
    [{ lines: 400 }, ['large']],
    [{ verdict: 'placeholder' }, ['unstated']],
    [{ watched: 'lapsed' }, ['unwatched']],
    [{ level: 'low', lines: 3, verdict: 'none', watched: 'done' }, []],
  ])('says why: %j', (facts, reasons) => {
    const { odds, reasons: said } = weighFacts(facts);
    expect(said).toEqual(reasons);
    expect(Math.sign(odds)).toBe(reasons.length === 0 ? -1 : 1);
  });

  it('never moves the odds by more than its bound', () => {
    const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
    const drawn = fc.record({
      level: optional(fc.constantFrom('low', 'medium', 'high', 'unknown')),
      lines: optional(fc.oneof(fc.nat(), fc.constant(Number.MAX_SAFE_INTEGER))),
      verdict: optional(fc.constantFrom(...STATEMENT_VERDICTS)),
      watched: optional(fc.constantFrom(...WINDOW_STATES)),
    });
    fc.assert(
      fc.property(drawn, (facts) => {
        const { odds } = weighFacts(JSON.parse(JSON.stringify(facts)) as ChangeFacts);
        expect(Math.abs(odds)).toBeLessThanOrEqual(0.5);
      }),
      { numRuns: 200, seed: 20261124 },
    );
  });
});
