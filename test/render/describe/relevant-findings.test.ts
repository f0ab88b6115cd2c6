import { expect, it } from 'vitest';
import type { DecisionReason } from '../../../src/domain/statement/decision.ts';
import type { Finding } from '../../../src/domain/statement/impact-statement.ts';
import { relevantFindings } from '../../../src/render/describe/relevant-findings.ts';

const findings: readonly Finding[] = [
  { code: 'none-without-reason', line: 2 },
  { code: 'field-missing', field: 'rollback', headings: ['Rollback'] },
  { code: 'field-placeholder', field: 'monitoring', line: 7 },
];

it.each<[string, DecisionReason[], string[]]>([
  ['nothing is asked', [{ code: 'stated' }], ['none-without-reason']],
  [
    'one field is asked',
    [{ code: 'fields-required', fields: ['rollback'], level: 'high' }],
    ['none-without-reason', 'field-missing'],
  ],
  [
    'both are asked',
    [{ code: 'fields-required', fields: ['rollback', 'monitoring'], level: 'high' }],
    ['none-without-reason', 'field-missing', 'field-placeholder'],
  ],
])('%s', (_name, reasons, codes) => {
  const relevant = relevantFindings({
    statement: { verdict: 'none', fields: {}, findings },
    decision: { conclusion: 'neutral', status: 'none', reasons },
  });
  expect(relevant.map(({ code }) => code)).toEqual(codes);
});
