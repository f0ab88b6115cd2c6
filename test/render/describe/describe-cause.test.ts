import { describe, expect, it } from 'vitest';
import { describeCause } from '../../../src/render/describe/describe-cause.ts';

describe('describeCause', () => {
  it.each([
    ['data-or-migration', 'en', 'Data or migration'],
    ['data-or-migration', 'ja', 'データ・移行'],
    ['feature-flag', 'ja', 'feature-flag'],
    ['constructor', 'en', 'constructor'],
  ] as const)('%s in %s is %s', (cause, locale, name) => {
    expect(describeCause(cause, locale)).toBe(name);
  });
});
