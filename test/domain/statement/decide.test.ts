import { describe, expect, it } from 'vitest';
import type { RiskAssessment } from '../../../src/domain/risk/risk-assessment.ts';
import type { RiskLevel } from '../../../src/domain/risk/risk-level.ts';
import { type DecisionInput, decide } from '../../../src/domain/statement/decide.ts';
import type { Decision } from '../../../src/domain/statement/decision.ts';
import { DEFAULT_STATEMENT_POLICY } from '../../../src/domain/statement/default-statement-policy.ts';
import type {
  FieldStatement,
  ImpactStatement,
  StatementVerdict,
} from '../../../src/domain/statement/impact-statement.ts';
import { worstDecision } from '../../../src/domain/statement/worst-decision.ts';

function statement(
  verdict: StatementVerdict,
  fields: Record<string, StatementVerdict> = {},
  reason?: string,
): ImpactStatement {
  const judged = Object.fromEntries(
    Object.entries(fields).map(([id, each]): [string, FieldStatement] => [id, { verdict: each }]),
  );
  return { verdict, fields: judged, findings: [], ...(reason === undefined ? {} : { reason }) };
}

const risk = (level: RiskLevel): RiskAssessment => ({
  level,
  matches: [],
  ...(level === 'unknown' ? { unknown: 'truncated' as const } : {}),
});

function run(level: RiskLevel, said: ImpactStatement, more: Partial<DecisionInput> = {}): Decision {
  return decide({
    mode: 'enforce',
    statement: said,
    assessment: risk(level),
    policy: DEFAULT_STATEMENT_POLICY,
    exemption: null,
    draft: false,
    ...more,
  });
}

const ALL = { 'blast-radius': 'filled', rollback: 'filled', monitoring: 'filled' } as const;
const codes = (decision: Decision) => decision.reasons.map((reason) => reason.code).join(' ');

describe('decide, in enforce mode', () => {
  it.each<[string, RiskLevel, ImpactStatement, string]>([
    ['low, nothing', 'low', statement('missing'), 'failure missing statement-missing'],
    ['low, a placeholder', 'low', statement('placeholder'), 'failure missing statement-placeholder'],
    ['low, words', 'low', statement('filled'), 'success stated stated'],
    ['low, none with a reason', 'low', statement('none', {}, 'docs'), 'success none none-accepted'],
    ['low, none without a reason', 'low', statement('none'), 'failure none none-without-reason'],
    ['low, none, a field has words', 'low', statement('none', { rollback: 'filled' }), 'success none none-accepted'],
    ['medium, words without the field', 'medium', statement('filled'), 'failure stated fields-required'],
    [
      'medium, an empty field',
      'medium',
      statement('filled', { 'blast-radius': 'placeholder' }),
      'failure stated fields-required',
    ],
    ['medium, the field', 'medium', statement('filled', { 'blast-radius': 'filled' }), 'success stated stated'],
    ['medium, the field is none', 'medium', statement('filled', { 'blast-radius': 'none' }), 'success stated stated'],
    ['medium, none with a reason', 'medium', statement('none', {}, 'docs'), 'success none none-accepted'],
    [
      'high, two of three fields',
      'high',
      statement('filled', { ...ALL, monitoring: 'missing' }),
      'failure stated fields-required',
    ],
    ['high, all fields', 'high', statement('filled', ALL), 'success stated stated'],
    [
      'high, none with a reason',
      'high',
      statement('none', {}, 'docs'),
      'failure none none-above-limit fields-required',
    ],
    [
      'high, none with fields that are none',
      'high',
      statement('none', { ...ALL, rollback: 'none' }),
      'failure none none-above-limit fields-required',
    ],
    ['high, none with all fields in words', 'high', statement('none', ALL), 'success none none-accepted'],
    ['unknown, all fields', 'unknown', statement('filled', ALL), 'failure stated risk-unknown'],
    [
      'unknown, none',
      'unknown',
      statement('none', {}, 'docs'),
      'failure none none-above-limit fields-required risk-unknown',
    ],
    ['unknown, nothing', 'unknown', statement('missing'), 'failure missing statement-missing risk-unknown'],
  ])('%s', (_, level, said, expected) => {
    const decision = run(level, said);
    expect(`${decision.conclusion} ${decision.status} ${codes(decision)}`).toBe(expected);
    // Advising differs in nothing but the word, and a draft in nothing at all.
    const advised = run(level, said, { mode: 'advise' });
    expect(advised).toEqual({ ...decision, conclusion: decision.conclusion === 'success' ? 'success' : 'neutral' });
    expect(run(level, said, { draft: true })).toEqual(decision);
  });

  it('names the fields that are asked for, and only those', () => {
    expect(run('high', statement('filled', { rollback: 'filled' })).reasons).toEqual([
      { code: 'fields-required', fields: ['blast-radius', 'monitoring'], level: 'high' },
    ]);
    expect(run('unknown', statement('filled')).reasons).toEqual([
      { code: 'fields-required', fields: ['blast-radius', 'rollback', 'monitoring'], level: 'unknown' },
      { code: 'risk-unknown', because: 'truncated' },
    ]);
  });

  it('never accepts none when the policy says never', () => {
    const policy = { ...DEFAULT_STATEMENT_POLICY, none: { allowedUpTo: 'never', reason: 'optional' } } as const;
    expect(run('low', statement('none', {}, 'docs'), { policy }).reasons).toEqual([
      { code: 'none-above-limit', level: 'low', allowedUpTo: 'never' },
    ]);
  });

  it('asks for no reason when the policy does not', () => {
    const policy = { ...DEFAULT_STATEMENT_POLICY, none: { allowedUpTo: 'low', reason: 'optional' } } as const;
    expect(run('low', statement('none'), { policy })).toEqual({
      conclusion: 'success',
      status: 'none',
      reasons: [{ code: 'none-accepted', level: 'low' }],
    });
    expect(codes(run('medium', statement('none'), { policy }))).toBe('none-above-limit fields-required');
  });
});

describe('decide, otherwise', () => {
  it('is neutral when off, whatever is there', () => {
    expect(run('high', statement('missing'), { mode: 'off' })).toEqual({
      conclusion: 'neutral',
      status: 'missing',
      reasons: [{ code: 'mode-off' }],
    });
    const exemption = { code: 'overridden', by: 'ann', reason: 'hotfix' } as const;
    expect(run('high', statement('filled'), { mode: 'off', exemption }).conclusion).toBe('neutral');
  });

  it('is a success when exempt, even at an unknown risk', () => {
    const bot = { code: 'exempt-bot', login: 'dependabot[bot]' } as const;
    expect(run('unknown', statement('missing'), { exemption: bot })).toEqual({
      conclusion: 'success',
      status: 'exempt',
      reasons: [bot],
    });
    const over = { code: 'overridden', by: 'ann', reason: 'hotfix' } as const;
    expect(run('high', statement('missing'), { exemption: over })).toEqual({
      conclusion: 'success',
      status: 'overridden',
      reasons: [over],
    });
  });

  it('says whose statement was taken over', () => {
    expect(run('low', statement('filled'), { inherited: 7 }).reasons).toEqual([
      { code: 'stated' },
      { code: 'inherited', number: 7 },
    ]);
    expect(codes(run('high', statement('filled'), { inherited: 7 }))).toBe('fields-required inherited');
  });
});

describe('worstDecision', () => {
  const good: Decision = { conclusion: 'success', status: 'stated', reasons: [{ code: 'stated' }] };
  const fair: Decision = { conclusion: 'neutral', status: 'missing', reasons: [{ code: 'statement-missing' }] };
  const bad: Decision = { conclusion: 'failure', status: 'none', reasons: [{ code: 'none-without-reason' }] };
  const worse: Decision = {
    conclusion: 'failure',
    status: 'missing',
    reasons: [{ code: 'statement-missing' }, { code: 'none-without-reason' }],
  };

  it.each([
    [[], undefined],
    [[good], good],
    [[good, good], good],
    [[good, fair], fair],
    [[fair, good], fair],
    [[good, bad, fair], bad],
    [[bad, worse], { ...bad, reasons: [{ code: 'none-without-reason' }, { code: 'statement-missing' }] }],
  ])('%#', (decisions, expected) => expect(worstDecision(decisions)).toEqual(expected));
});
