import { describe, expect, it } from 'vitest';
import { isLevelOnly } from '../../../src/domain/statement/level-text.ts';

describe('isLevelOnly', () => {
  it.each([
    ...['low', 'Low risk', 'low-risk', 'low.', '(low)', 'very low risk, I think', 'low-medium', 'low to high'],
    ...['low - medium', 'low / medium', 'p2-', '影響度は低い', 'リスク：中'],
    'low'.padEnd(300),
    `low ${'the '.repeat(19)}`,
  ])('%j', (text) => expect(isLevelOnly(text)).toBe(true));

  it.each([
    ...['', 'the risk', 'low importer', 'low / medium / high', 'lowthe', 'low because of it'],
    'low'.padEnd(301),
    `low ${'the '.repeat(20)}`,
  ])('not %j', (text) => expect(isLevelOnly(text)).toBe(false));
});
