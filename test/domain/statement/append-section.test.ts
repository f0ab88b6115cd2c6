import { describe, expect, it } from 'vitest';
import { appendSection } from '../../../src/domain/statement/append-section.ts';
import { judgeStatement } from '../../../src/domain/statement/judge-statement.ts';
import { statementFromCommand } from '../../../src/domain/statement/statement-from-command.ts';
import { DEFAULT_STATEMENT_POLICY } from '../../../src/domain/statement/default-statement-policy.ts';
import { policyFor } from './policy-for.ts';

const HEADINGS = ['Technical impact'];
const SECTION = '## Technical impact\n\n### Rollback\n';

describe('appendSection', () => {
  it.each([
    [null, '## Technical impact\n\n### Rollback\n'],
    ['', '## Technical impact\n\n### Rollback\n'],
    ['Words.', 'Words.\n\n## Technical impact\n\n### Rollback\n'],
    ['Words.\n\n\n', 'Words.\n\n## Technical impact\n\n### Rollback\n'],
    ['a\r\nb\r\n', 'a\r\nb\r\n\r\n## Technical impact\r\n\r\n### Rollback\r\n'],
    ['**Technical impact**\n', '**Technical impact**\n'],
    ['Technical impact: none', 'Technical impact: none'],
    ['```\ncode', '```\ncode\n```\n\n## Technical impact\n\n### Rollback\n'],
    ['~~~~\n```\n', '~~~~\n```\n~~~~\n\n## Technical impact\n\n### Rollback\n'],
    ['```\ncode\n```\n', '```\ncode\n```\n\n## Technical impact\n\n### Rollback\n'],
    ['```\ncode\n~~~\n', '```\ncode\n~~~\n```\n\n## Technical impact\n\n### Rollback\n'],
    ['````\ncode\n```\n', '````\ncode\n```\n````\n\n## Technical impact\n\n### Rollback\n'],
    ['```\ncode\n``` a\n', '```\ncode\n``` a\n```\n\n## Technical impact\n\n### Rollback\n'],
    ['```\ncode\n```  \n', '```\ncode\n```\n\n## Technical impact\n\n### Rollback\n'],
    ['```a```\n', '```a```\n\n## Technical impact\n\n### Rollback\n'],
    ['~~~ `a`\n', '~~~ `a`\n~~~\n\n## Technical impact\n\n### Rollback\n'],
    ['a ``` b', 'a ``` b\n\n## Technical impact\n\n### Rollback\n'],
    ['text <!-- open', 'text <!-- open\n-->\n\n## Technical impact\n\n### Rollback\n'],
    ['<!-- closed -->', '<!-- closed -->\n\n## Technical impact\n\n### Rollback\n'],
  ])('%j', (body, expected) => {
    const once = appendSection(body, SECTION, HEADINGS);
    expect(once).toBe(expected);
    expect(appendSection(once, SECTION, HEADINGS)).toBe(once);
    expect(judgeStatement(once, policyFor(...HEADINGS), null).verdict).not.toBe('missing');
  });

  it('appends nothing that would not fit, and nothing empty', () => {
    const almost = 'a'.repeat(65_530);
    expect(appendSection(almost, SECTION, HEADINGS)).toBe(almost);
    expect(appendSection(almost, 'bcd', HEADINGS)).toHaveLength(65_536);
    expect(appendSection(almost, 'bcde', HEADINGS)).toBe(almost);
    expect(appendSection('a', ' \n', HEADINGS)).toBe('a');
  });
});

describe('statementFromCommand', () => {
  it('is none for the whole and for each field, with the reason', () => {
    expect(statementFromCommand('  only   docs ', DEFAULT_STATEMENT_POLICY)).toEqual({
      verdict: 'none',
      reason: 'only docs',
      fields: {
        'blast-radius': { verdict: 'none', reason: 'only docs' },
        rollback: { verdict: 'none', reason: 'only docs' },
        monitoring: { verdict: 'none', reason: 'only docs' },
      },
      findings: [],
    });
  });

  it('tells that a reason is not there', () => {
    const statement = statementFromCommand(' ', policyFor('Risk'));
    expect(statement).toEqual({ verdict: 'none', fields: {}, findings: [{ code: 'none-without-reason', line: 1 }] });
  });
});
