import type { StatementPolicy } from '../../../src/domain/statement/statement-policy.ts';

/** A policy with these headings and no fields, for tests of finding and judging. */
export function policyFor(...headings: readonly string[]): StatementPolicy {
  return {
    headings,
    fields: [],
    require: { low: [], medium: [], high: [] },
    none: { allowedUpTo: 'medium', reason: 'optional' },
  };
}
