import { describe, expect, it } from 'vitest';
import { isMetaOnly } from '../../../src/domain/statement/meta-words.ts';

describe('isMetaOnly', () => {
  it.each([
    ...['Rationale', 'Reason for the risk level', 'Known risks and mitigation steps', 'What is impacted, and why?'],
    ...['Components and modules', 'services, teams or owners', 'Risk 1', 'risks 2:'],
    ...['Potential risks', 'リスクの説明', '影響の詳細', '风险等级', 'Level 3'],
    'why '.repeat(12),
  ])('%j only names what is asked for', (text) => expect(isMetaOnly(text)).toBe(true));

  it.each([
    ...['', '1', 'Users', 'Database', 'The importer', 'Rationale: billing', 'risk', 'components', 'impact area'],
    ...[
      'Level 12',
      'the risk 2',
      'Risk of 2 teams',
      'possible',
      'components and side effects',
      '説明',
      '課金の説明',
      '影響範囲',
    ],
    'why '.repeat(13),
    `why${' '.repeat(197)}x`,
  ])('%j says something, or nothing at all', (text) => expect(isMetaOnly(text)).toBe(false));

  it('reads short lines only', () => {
    expect(isMetaOnly('why'.padEnd(200))).toBe(true);
    expect(isMetaOnly('why'.padEnd(201))).toBe(false);
    expect(isMetaOnly('why'.padEnd(120, '!'))).toBe(true);
    expect(isMetaOnly('why'.padEnd(121, '!'))).toBe(false);
  });
});
