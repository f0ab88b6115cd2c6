import { describe, expect, it } from 'vitest';
import { MAX_PROMISE } from '../../../src/domain/monitoring/watch.ts';
import { openWatch } from '../../../src/domain/monitoring/open-watch.ts';

const user = (id: number, login: string) => ({ id, login, type: 'user' as const });
const bot = { id: 3, login: 'renovate[bot]', type: 'bot' as const };
const ghost = { id: 10137, login: 'ghost', type: 'unknown' as const };
const POLICY = { windowSeconds: { low: null, medium: 10, high: 20 } };
const change = {
  repositoryId: 1,
  unit: '#7',
  number: 7,
  sha: 'a',
  mergedAt: '2026-09-01T00:00:00Z',
  level: 'high' as const,
  author: user(1, 'mona'),
  mergedBy: user(2, 'lead'),
};
const said = (text: string, verdict: 'filled' | 'placeholder' = 'filled') => ({
  fields: { monitoring: { verdict, quote: { text, firstLine: 1, lastLine: 1 } } },
});

describe('openWatch', () => {
  it.each([
    ['low', null],
    ['medium', 10],
    ['high', 20],
    ['unknown', 20],
  ] as const)('at %s risk watches for %j seconds', (level, seconds) => {
    expect(openWatch({ ...change, level }, POLICY, { fields: {} })?.windowSeconds ?? null).toBe(seconds);
  });

  it.each([
    ['the author', user(1, 'mona'), user(2, 'lead'), 'mona', 2],
    ['the author alone, who merged it', user(1, 'mona'), user(1, 'mona'), 'mona', null],
    ['the merger, where the author is a bot', bot, user(2, 'lead'), 'lead', null],
    ['the merger, where the author is gone', ghost, user(2, 'lead'), 'lead', null],
    ['the author, where a bot merged', user(1, 'mona'), bot, 'mona', null],
    ['the author, where nobody knows who merged', user(1, 'mona'), null, 'mona', null],
    ['nobody, where both are bots', bot, bot, null, null],
  ])('is for %s', (_name, author, mergedBy, watcher, deputy) => {
    const watch = openWatch({ ...change, author, mergedBy }, POLICY, { fields: {} });
    expect([watch?.watcher?.login ?? null, watch?.deputyId ?? null]).toEqual([watcher, deputy]);
  });

  it('keeps what was promised, cut short; nothing of a template', () => {
    expect(openWatch(change, POLICY, said('errors'))?.promise).toBe('errors');
    expect(openWatch(change, POLICY, said('x'.repeat(9_000)))?.promise).toHaveLength(MAX_PROMISE);
    expect(openWatch(change, POLICY, said('what to watch', 'placeholder'))?.promise).toBeNull();
    expect(openWatch(change, POLICY, { fields: {} })?.promise).toBeNull();
  });
});
