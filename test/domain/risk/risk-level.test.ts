import { describe, expect, it } from 'vitest';
import { compareLevels, levelToSatisfy } from '../../../src/domain/risk/risk-level.ts';

describe('levelToSatisfy', () => {
  it.each([
    ['low', 'low'],
    ['medium', 'medium'],
    ['high', 'high'],
    ['unknown', 'high'],
  ] as const)('%s asks for %s', (level, asked) => {
    expect(levelToSatisfy(level)).toBe(asked);
  });
});

describe('compareLevels', () => {
  it('orders low, medium, high', () => {
    expect((['high', 'low', 'medium'] as const).toSorted(compareLevels)).toEqual(['low', 'medium', 'high']);
  });
});
