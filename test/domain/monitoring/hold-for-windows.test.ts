import { describe, expect, it } from 'vitest';
import { holdForWindows } from '../../../src/domain/monitoring/hold-for-windows.ts';
import type { Decision } from '../../../src/domain/statement/decision.ts';

const stated: Decision = { conclusion: 'success', status: 'stated', reasons: [{ code: 'stated' }] };
const missing: Decision = { conclusion: 'neutral', status: 'missing', reasons: [{ code: 'statement-missing' }] };
const failed: Decision = { ...missing, conclusion: 'failure' };
const reverts: Decision = { conclusion: 'success', status: 'exempt', reasons: [{ code: 'exempt-revert', number: 3 }] };
const overridden: Decision = {
  conclusion: 'success',
  status: 'overridden',
  reasons: [{ code: 'overridden', by: 'lead', reason: 'down' }],
};
const codes = ({ reasons }: Decision) => reasons.map(({ code }) => code);

describe('holdForWindows', () => {
  it.each([
    ['not configured', stated, null, 'enforce', 'success', ['stated']],
    ['fewer are open', stated, 3, 'enforce', 'success', ['stated']],
    ['enough are open', stated, 2, 'enforce', 'failure', ['windows-open']],
    ['only advised', stated, 2, 'advise', 'neutral', ['windows-open']],
    ['switched off', stated, 2, 'off', 'success', ['stated']],
    ['words are missing too', missing, 1, 'advise', 'neutral', ['statement-missing', 'windows-open']],
    ['failing already', failed, 1, 'enforce', 'failure', ['statement-missing', 'windows-open']],
    ['a revert', reverts, 1, 'enforce', 'success', ['exempt-revert']],
    ['overridden', overridden, 1, 'enforce', 'success', ['overridden']],
  ] as const)('%s', (_name, decision, blockAfter, mode, conclusion, reasons) => {
    const held = holdForWindows(decision, [4, 5], { blockAfter, mode });
    expect([held.conclusion, codes(held), held.status]).toEqual([conclusion, [...reasons], decision.status]);
  });
});
