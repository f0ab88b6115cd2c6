import { describe, expect, it } from 'vitest';
import { holdForPostmortem, type LineStop } from '../../../src/domain/postmortem/line-stop.ts';
import type { RiskLevel } from '../../../src/domain/risk/risk-level.ts';
import type { Decision } from '../../../src/domain/statement/decision.ts';

const stop = (over: Partial<LineStop> = {}): LineStop => ({
  project: 'Refactor',
  mode: 'enforce',
  since: '2026-09-10T00:00:00Z',
  issue: 40,
  ...over,
});
const fine: Decision = { conclusion: 'success', status: 'stated', reasons: [{ code: 'stated' }] };
const overridden: Decision = {
  conclusion: 'success',
  status: 'overridden',
  reasons: [{ code: 'overridden', by: 'mona', reason: 'now' }],
};
const line = (level: RiskLevel, issue: number | null = 40) => ({
  code: 'line-stopped',
  project: 'Refactor',
  issue,
  level,
});

describe('holdForPostmortem', () => {
  it.each<[RiskLevel, LineStop['mode'], string]>([
    ['high', 'enforce', 'failure'],
    ['unknown', 'enforce', 'failure'],
    ['high', 'advise', 'neutral'],
    ['medium', 'enforce', 'success'],
    ['low', 'advise', 'success'],
  ])('%s risk where the line is stopped in mode %s: %s', (level, mode, conclusion) => {
    const held = holdForPostmortem(fine, level, [stop({ mode })], null);
    expect(held.conclusion).toBe(conclusion);
    expect(held.reasons).toEqual(conclusion === 'success' ? fine.reasons : [line(level)]);
    expect(held.status).toBe('stated');
  });

  it('nothing is held where no postmortem is open', () => {
    expect(holdForPostmortem(fine, 'high', [], null)).toBe(fine);
  });

  it('says what else stands in the way, and never makes a failure milder', () => {
    const failing: Decision = { conclusion: 'failure', status: 'missing', reasons: [{ code: 'statement-missing' }] };
    const held = holdForPostmortem(failing, 'high', [stop({ mode: 'advise' })], null);
    expect(held).toEqual({ ...failing, reasons: [line('high'), { code: 'statement-missing' }] });
  });

  it('one stop that enforces is enough', () => {
    const stops = [stop({ mode: 'advise' }), stop({ issue: null })];
    const held = holdForPostmortem(fine, 'high', stops, null);
    expect(held.conclusion).toBe('failure');
    expect(held.reasons).toEqual([line('high'), line('high', null)]);
  });

  it.each<[string, string | null, string]>([
    ['since the line stopped', '2026-09-10T00:00:00Z', 'success'],
    ['later', '2026-09-12T00:00:00Z', 'success'],
    ['before the line stopped', '2026-09-09T23:59:59Z', 'failure'],
  ])('an override given %s', (_, at, conclusion) => {
    expect(holdForPostmortem(overridden, 'high', [stop()], at).conclusion).toBe(conclusion);
  });

  it('an override that no longer stands (the change became riskier) lifts nothing', () => {
    expect(holdForPostmortem(fine, 'high', [stop()], '2026-09-12T00:00:00Z').conclusion).toBe('failure');
  });

  it.each<Decision['reasons'][number]>([
    { code: 'exempt-revert', number: 3 },
    { code: 'exempt-paths', globs: ['docs/**'] },
  ])('lets $code pass', (reason) => {
    const exempt: Decision = { conclusion: 'success', status: 'exempt', reasons: [reason] };
    expect(holdForPostmortem(exempt, 'high', [stop()], null)).toBe(exempt);
  });

  it('holds what a bot opens', () => {
    const exempt: Decision = {
      conclusion: 'success',
      status: 'exempt',
      reasons: [{ code: 'exempt-bot', login: 'dependabot[bot]' }],
    };
    expect(holdForPostmortem(exempt, 'high', [stop()], null).conclusion).toBe('failure');
  });
});
