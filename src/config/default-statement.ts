import type { StatementPolicy } from '../domain/statement/statement-policy.ts';

/** What a statement must hold when the repository says nothing. */
export const DEFAULT_STATEMENT: StatementPolicy = {
  headings: ['Technical impact', '技術的な影響', '技术影响', '기술적 영향'],
  fields: [
    { id: 'blast-radius', headings: ['Blast radius', '影響範囲', '影响范围', '영향 범위'] },
    { id: 'rollback', headings: ['Rollback', 'ロールバック', '切り戻し', '回滚', '롤백'] },
    { id: 'monitoring', headings: ['Monitoring', '監視', 'リリース後の監視', '监控', '모니터링'] },
  ],
  require: { low: [], medium: ['blast-radius'], high: ['blast-radius', 'rollback', 'monitoring'] },
  none: { allowedUpTo: 'medium', reason: 'required' },
};
