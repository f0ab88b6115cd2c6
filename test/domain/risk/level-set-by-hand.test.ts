import { describe, expect, it } from 'vitest';
import type { PersonalStatement } from '../../../src/domain/pull-request/personal-statement.ts';
import { levelOfLabel, levelSetByHand } from '../../../src/domain/risk/level-set-by-hand.ts';
import type { RiskLevel, RuleLevel } from '../../../src/domain/risk/risk-level.ts';

const setTo = (level: RuleLevel, maintainer: boolean): PersonalStatement => ({
  kind: 'risk',
  by: 'mika',
  level,
  maintainer,
  at: '2026-09-01T00:00:00Z',
});

describe('levelSetByHand', () => {
  it.each<[string, RiskLevel, PersonalStatement, string[], RiskLevel]>([
    ['a maintainer lowers', 'high', setTo('low', true), ['risk: low'], 'low'],
    ['another person does not lower', 'high', setTo('low', false), ['risk: low'], 'high'],
    ['anybody raises', 'low', setTo('high', false), ['risk: high'], 'high'],
    ['the label was taken off again', 'high', setTo('low', true), [], 'high'],
    ['names compare without case', 'low', setTo('medium', true), ['Risk: Medium'], 'medium'],
    ['unknown cannot be talked away', 'unknown', setTo('low', true), ['risk: low'], 'unknown'],
  ])('%s', (_name, assessed, statement, labels, expected) => {
    expect(levelSetByHand({ level: assessed, matches: [] }, [statement], labels).level).toBe(expected);
  });

  it('says who set it, and keeps what the rules found', () => {
    const match = { ruleId: 'schema', level: 'high', paths: ['db/a.rb'], pathCount: 1, labels: [] } as const;
    const assessment = { level: 'high', matches: [match] } as const;
    expect(levelSetByHand(assessment, [setTo('low', true)], ['risk: low'])).toEqual({
      level: 'low',
      matches: [match],
      setBy: 'mika',
    });
  });

  it('changes nothing where nobody set a level', () => {
    const assessment = { level: 'medium', matches: [] } as const;
    expect(levelSetByHand(assessment, [], ['risk: high'])).toBe(assessment);
  });
});

describe('levelOfLabel', () => {
  it.each([
    ['risk: high', 'high'],
    ['Risk: LOW', 'low'],
    ['risk: unknown', null],
    ['risk:high', null],
    ['impact: none', null],
    ['', null],
  ])('%s → %s', (name, level) => {
    expect(levelOfLabel(name)).toBe(level);
  });
});
