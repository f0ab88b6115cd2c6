import { describe, expect, it } from 'vitest';
import { DEFAULT_STATEMENT_POLICY } from '../../../src/domain/statement/default-statement-policy.ts';
import { judgeStatement } from '../../../src/domain/statement/judge-statement.ts';

const judge = (body: string | null) => judgeStatement(body, DEFAULT_STATEMENT_POLICY, null);
const verdicts = (body: string) => {
  const { verdict, fields } = judge(body);
  return [verdict, ...Object.values(fields).map((field) => field.verdict)].join(' ');
};

describe('fields, with the default policy', () => {
  it.each([
    [
      '## Technical impact\n\n### Blast radius\n\nBilling.\n\n### Rollback\n\nRevert.\n\n### Monitoring\n\nThe board.\n',
      'filled filled filled filled',
    ],
    ['## Technical impact\n\nSlower.\n\n### Rollback\n\n<!-- how -->\n', 'filled missing placeholder missing'],
    [
      '## Technical impact\n\n- Blast radius: billing\n- Rollback: revert\n- Monitoring: none\n',
      'filled filled filled none',
    ],
    ['## Technical impact\n\nBlast radius: billing\nRollback: revert\n', 'filled filled filled missing'],
    [
      '## Technical impact\n\n**Blast radius:** billing\n\n**Rollback:**\n\n**Monitoring:** the board\n',
      'filled filled placeholder filled',
    ],
    [
      '## Technical impact\n\nSlower.\n\n## Rollback plan\n\nRevert.\n\n## Monitoring\n\nn/a\n',
      'filled missing filled none',
    ],
    [
      '## Technical impact\n\n### Blast radius\n\n### Rollback\n\n### Monitoring\n',
      'placeholder placeholder placeholder placeholder',
    ],
    ['## Technical impact\n\nNone: only a comment changes.\n', 'none missing missing missing'],
    ['## Rollback\n\nRevert.\n', 'missing missing filled missing'],
    [
      '## 影響範囲\n\n請求のみ\n\n## 切り戻し\n\nこのPRを戻す\n\n## リリース後の監視\n\nなし\n',
      'filled filled filled none',
    ],
    [
      '## 技術的な影響\n\n- 影響範囲：請求\n- ロールバック：戻すだけ\n- 監視：エラー率を見る\n',
      'filled filled filled filled',
    ],
    ['## 风险\n\n- 影响范围：支付\n- 回滚：还原提交\n- 监控：错误率\n', 'filled filled filled filled'],
    ['## 영향 범위\n\n결제만\n\n## 롤백\n\n되돌리기\n\n## 모니터링\n\n에러율\n', 'filled filled filled filled'],
    ['| Topic | Answer |\n|---|---|\n| Risk | slower |\n| Rollback | revert |\n', 'filled missing filled missing'],
    ['', 'missing missing missing missing'],
  ])('%j', (body, expected) => expect(verdicts(body)).toBe(expected));

  it('takes a field inside the statement over one elsewhere', () => {
    const statement = judge('## Rollback\n\nElsewhere.\n\n## Technical impact\n\n### Rollback\n\nInside.\n');
    expect(statement.fields.rollback).toEqual({
      verdict: 'filled',
      quote: { text: 'Inside.', firstLine: 9, lastLine: 9 },
    });
  });

  it('sees one statement where a field inside has a heading of statements too', () => {
    const { verdict, findings } = judge('## 技術的な影響\n\n### 影響範囲\n\n### ロールバック\n\nこのPRを戻す\n');
    expect(verdict).toBe('filled');
    expect(findings.map((finding) => finding.code)).toEqual(['field-placeholder', 'field-missing']);
  });

  it('quotes, gives reasons and findings', () => {
    const body =
      '## Technical impact\n\nNone, only\ncomments change.\n\n### Rollback\n\nlow\n\n### Monitoring\n\nn/a\n\n### Blast radius\n\n-\n';
    const statement = judge(body);
    expect(statement).toMatchObject({ verdict: 'filled', heading: 'Technical impact' });
    expect(statement.findings).toEqual([
      { code: 'field-placeholder', field: 'blast-radius', line: 14 },
      { code: 'level-without-reason', field: 'rollback', text: 'low', line: 8 },
      { code: 'none-without-reason', field: 'monitoring', line: 12 },
    ]);
  });

  it('keeps the reason of none', () => {
    expect(judge('## Risk\n\nNone — only comments change.\n')).toMatchObject({
      verdict: 'none',
      reason: 'only comments change.',
      quote: { text: 'None — only comments change.', firstLine: 3, lastLine: 3 },
    });
    expect(judge('## 影響範囲\n\n該当なし（文書のみのため）\n').reason).toBe('文書のみのため');
    const bare = judge('## Risk\n\nNone\n');
    expect(bare.reason).toBeUndefined();
    expect(bare.findings).toContainEqual({ code: 'none-without-reason', line: 3 });
  });

  it('tells when exactly one should be ticked', () => {
    const body = '## Risk\n\n- [x] Low\n- [x] High — shared code\n';
    expect(judge(body)).toMatchObject({
      verdict: 'filled',
      findings: expect.arrayContaining([
        { code: 'choose-exactly-one', options: ['Low', 'High — shared code'], chosen: 2, line: 3 },
      ]),
    });
    expect(judge('## Risk\n\n- [ ] Yes\n- [ ] No\n').findings).toContainEqual({
      code: 'choose-exactly-one',
      options: ['Yes', 'No'],
      chosen: 0,
      line: 3,
    });
    expect(judge('## Risk\n\n- [ ] Yes\n- [x] No\n').findings.map((finding) => finding.code)).not.toContain(
      'choose-exactly-one',
    );
    expect(judge('## Risk\n\n- [ ] tests\n- [ ] docs\n').findings.map((finding) => finding.code)).not.toContain(
      'choose-exactly-one',
    );
  });

  it('says what is missing, with the headings that would do', () => {
    expect(judge(null).findings[0]).toEqual({ code: 'section-missing', headings: DEFAULT_STATEMENT_POLICY.headings });
    expect(judge('## Risk\n').findings[0]).toEqual({ code: 'section-placeholder', heading: 'Risk', line: 1 });
  });

  it('reads 65,536 characters and tells of the rest', () => {
    const body = `${'a'.repeat(65_536)}\n## Risk\n\nSlower.\n`;
    expect(judge(body)).toMatchObject({
      verdict: 'missing',
      findings: expect.arrayContaining([{ code: 'body-truncated', limit: 65_536 }]),
    });
  });
});
