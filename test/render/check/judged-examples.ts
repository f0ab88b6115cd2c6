import type { Opinion } from '../../../src/domain/pull-request/opinion.ts';
import type { RiskAssessment } from '../../../src/domain/risk/risk-assessment.ts';
import type { Decision } from '../../../src/domain/statement/decision.ts';
import type { ImpactStatement } from '../../../src/domain/statement/impact-statement.ts';
import type { StatementPolicy } from '../../../src/domain/statement/statement-policy.ts';
import type { JudgedPullRequest } from '../../../src/render/check/judged-pull-request.ts';

export const examplePolicy: StatementPolicy = {
  headings: ['Technical impact', '技術的な影響'],
  fields: [
    { id: 'blast-radius', headings: ['Blast radius', '影響範囲'] },
    { id: 'rollback', headings: ['Rollback', 'ロールバック', '切り戻し'] },
    { id: 'monitoring', headings: ['Monitoring', '監視', 'リリース後の監視'] },
  ],
  require: { low: [], medium: ['blast-radius'], high: ['blast-radius', 'rollback', 'monitoring'] },
  none: { allowedUpTo: 'medium', reason: 'required' },
};

const lowRisk: RiskAssessment = { level: 'low', matches: [] };

export const highRisk: RiskAssessment = {
  level: 'high',
  matches: [
    {
      ruleId: 'schema',
      level: 'high',
      paths: ['db/migrate/20260801_add_index.rb', 'db/schema.rb'],
      pathCount: 2,
      labels: ['area: database'],
      why: 'Schema changes lock tables.',
    },
    { ruleId: 'large', level: 'medium', paths: [], pathCount: 0, labels: [], measured: { changedLines: 1204 } },
  ],
};

export const noStatement: ImpactStatement = {
  verdict: 'missing',
  fields: {},
  findings: [{ code: 'section-missing', headings: ['Technical impact', '技術的な影響'] }],
};

const goodStatement: ImpactStatement = {
  verdict: 'filled',
  heading: 'Technical impact',
  quote: { text: 'Only the search page reads this index.', firstLine: 5, lastLine: 5 },
  fields: {},
  findings: [],
};

export const halfStatement: ImpactStatement = {
  verdict: 'filled',
  heading: '技術的な影響',
  quote: { text: '影響範囲: 検索画面のみ\nロールバック:', firstLine: 5, lastLine: 6 },
  fields: {
    'blast-radius': { verdict: 'filled', quote: { text: '検索画面のみ', firstLine: 5, lastLine: 5 } },
    rollback: { verdict: 'placeholder', quote: { text: 'ロールバック:', firstLine: 6, lastLine: 6 } },
    monitoring: { verdict: 'missing' },
  },
  findings: [
    { code: 'field-placeholder', field: 'rollback', line: 6 },
    { code: 'field-missing', field: 'monitoring', headings: ['Monitoring', '監視'] },
  ],
};

export const missing: Decision = {
  conclusion: 'failure',
  status: 'missing',
  reasons: [{ code: 'statement-missing' }],
};

export const stated: Decision = { conclusion: 'success', status: 'stated', reasons: [{ code: 'stated' }] };

export const fieldsMissing: Decision = {
  conclusion: 'failure',
  status: 'missing',
  reasons: [{ code: 'fields-required', fields: ['rollback', 'monitoring'], level: 'high' }],
};

export function judged(
  number: number,
  parts: Partial<Pick<Opinion, 'statement' | 'assessment' | 'decision'>> = {},
  more: Partial<JudgedPullRequest['pullRequest']> & { readonly policy?: StatementPolicy } = {},
): JudgedPullRequest {
  const { policy = examplePolicy, ...name } = more;
  return {
    pullRequest: { number, title: 'Speed up search', ...name },
    policy,
    opinion: {
      headSha: 'c0ffee',
      baseRef: 'main',
      configHash: 'h',
      statement: goodStatement,
      assessment: lowRisk,
      decision: stated,
      judgedAt: '2026-08-01T00:00:00.000Z',
      ...parts,
    },
  };
}
