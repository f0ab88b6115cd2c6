import { describe, expect, it } from 'vitest';
import { describeFailure } from '../../src/queue/describe-failure.ts';

describe('describeFailure', () => {
  it('tells the causes too', () => {
    const error = new TypeError('outer', { cause: new Error('inner', { cause: 'text' }) });
    expect(describeFailure(error)).toBe('TypeError: outer\ncaused by Error: inner\ncaused by text');
  });

  it.each([
    ['an installation token', `bad token ghs_${'a1B2'.repeat(9)} here`, 'bad token [redacted] here'],
    ['a fine-grained token', `github_pat_${'a1_B2'.repeat(9)}`, '[redacted]'],
    ['a JSON web token', 'eyJhbGciOi.eyJpc3Mi.c2ln-_x', '[redacted]'],
    ['an authorization header', `authorization: Bearer ${'x'.repeat(30)}`, 'authorization: [redacted]'],
    ['a key', `a -----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY----- b`, 'a [redacted] b'],
    ['a password in an address', 'postgres://me:secret@db/hiyari', 'postgres[redacted]db/hiyari'],
  ])('keeps %s out', (_, message, kept) => {
    expect(describeFailure(new Error(message))).toBe(`Error: ${kept}`);
  });

  it.each([
    ['a string', 'no', 'no'],
    ['a number', 7, '7'],
    ['nothing', undefined, ''],
    ['what has no text', Object.create(null), 'an error that has no text'],
  ])('takes %s', (_, thrown, text) => {
    expect(describeFailure(thrown)).toBe(text);
  });

  it('is capped, and whole at the cut', () => {
    const text = describeFailure(new Error('👩'.repeat(5_000)));
    expect(text.length).toBeLessThanOrEqual(2_000);
    expect(text.isWellFormed()).toBe(true);
    expect(text.endsWith('…')).toBe(true);
  });

  it('ends on causes that go in a circle', () => {
    const circle = new Error('a');
    circle.cause = circle;
    expect(describeFailure(circle).split('\n')).toHaveLength(5);
  });
});
