import { describe, expect, it } from 'vitest';
import { explainPath } from '../../../src/domain/risk/explain-path.ts';
import { compileRiskRules } from '../../../src/domain/risk/risk-rule-set.ts';

const RULES = compileRiskRules([
  {
    id: 'schema',
    level: 'high',
    paths: ['db/**', '!**/*_test.rb'],
    labels: ['area: database'],
    why: 'It locks tables.',
  },
  { id: 'large', level: 'medium', when: { changedLines: { comparison: '>=', value: 800 } } },
  {
    id: 'hot',
    level: 'high',
    paths: ['lib/'],
    fromHistory: { windowDays: 180, incidents: { comparison: '>=', value: 3 } },
  },
]);

describe('explainPath', () => {
  it('says for every rule whether and by which pattern it selects the path', () => {
    expect(explainPath(RULES, 'db/schema.rb')).toStrictEqual([
      {
        ruleId: 'schema',
        level: 'high',
        outcome: 'selected',
        pattern: { glob: 'db/**', position: 0 },
        labels: ['area: database'],
        why: 'It locks tables.',
      },
      {
        ruleId: 'large',
        level: 'medium',
        outcome: 'every-path',
        labels: [],
        when: { changedLines: { comparison: '>=', value: 800 } },
      },
      {
        ruleId: 'hot',
        level: 'high',
        outcome: 'no-pattern',
        labels: [],
        fromHistory: { windowDays: 180, incidents: { comparison: '>=', value: 3 } },
      },
    ]);
  });

  it('names the negated pattern that took the path out', () => {
    expect(explainPath(RULES, 'db/a_test.rb')[0]).toMatchObject({
      outcome: 'taken-out',
      pattern: { glob: '!**/*_test.rb', position: 1 },
    });
  });

  it('finds a path typed in another Unicode form', () => {
    const rules = compileRiskRules([{ id: 'r', level: 'low', paths: ['caf\u00e9'] }]);
    expect(explainPath(rules, 'cafe\u0301/a')[0]?.outcome).toBe('selected');
  });
});
