import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GitHubError } from '../../src/ports/github-error.ts';
import { planRetry } from '../../src/queue/plan-retry.ts';
import { DEFAULT_QUEUE_SETTINGS } from '../../src/queue/queue-settings.ts';

const settings = { ...DEFAULT_QUEUE_SETTINGS, maxAttempts: 4, baseDelayMs: 1_000, factor: 3, maxDelayMs: 5_000 };
const limited = (retryAt: number | null) => new GitHubError('slow down', { fault: 'rate-limited', retryAt });

describe('planRetry', () => {
  it.each([
    ['the first failure', 0, 0.5, { retry: true, runAt: 500, attempts: 1 }],
    ['the second waits up to three times as long', 1, 0.5, { retry: true, runAt: 1_500, attempts: 2 }],
    ['the third is capped', 2, 0.5, { retry: true, runAt: 2_500, attempts: 3 }],
    ['no luck, no pause', 2, 0, { retry: true, runAt: 0, attempts: 3 }],
    ['the last', 3, 0.5, { retry: false, attempts: 4 }],
  ])('%s', (_, attempts, random, plan) => {
    expect(planRetry(new Error('no'), { attempts, now: 0, random }, settings)).toEqual(plan);
  });

  it.each([
    ['a wait that GitHub asks for does not count', limited(2_000), { retry: true, runAt: 2_000, attempts: 3 }],
    [
      'nor when the error is wrapped',
      new Error('wrapped', { cause: limited(2_000) }),
      { retry: true, runAt: 2_000, attempts: 3 },
    ],
    ['it is held to the longest pause', limited(1e15), { retry: true, runAt: 6_000, attempts: 3 }],
    ['a moment that has passed counts', limited(1_000), { retry: false, attempts: 4 }],
    ['no moment counts', limited(null), { retry: false, attempts: 4 }],
    ['a moment that is no number counts', limited(Number.NaN), { retry: false, attempts: 4 }],
    ['anything can be thrown', 'text', { retry: false, attempts: 4 }],
    ['even nothing', undefined, { retry: false, attempts: 4 }],
  ])('%s', (_, error, plan) => {
    expect(planRetry(error, { attempts: 3, now: 1_000, random: 0.9 }, settings)).toEqual(plan);
  });

  it.each([
    ['something that is gone', new GitHubError('gone', { fault: 'gone' }), 2, false],
    ['a refusal, wrapped', new Error('no', { cause: new GitHubError('no', { fault: 'forbidden' }) }), 2, false],
    ['the same the first time: copies of GitHub lag', new GitHubError('gone', { fault: 'gone' }), 0, true],
    ['an outage', new GitHubError('down', { fault: 'unavailable' }), 2, true],
  ])('%s', (_, error, attempts, retry) => {
    const patient = { ...settings, maxAttempts: 12, maxAttemptsWhenLasting: 3 };
    expect(planRetry(error, { attempts, now: 0, random: 0 }, patient).retry).toBe(retry);
  });

  it('follows causes that go in a circle no further than it must', () => {
    const circle = new Error('a');
    circle.cause = new Error('b', { cause: circle });
    expect(planRetry(circle, { attempts: 0, now: 0, random: 0 }, settings).attempts).toBe(1);
  });

  it('spends at most a day on a job by default', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 12, maxLength: 12 }),
        (luck) => {
          let now = 0;
          for (const [attempts, random] of luck.entries()) {
            const plan = planRetry(new Error('no'), { attempts, now, random }, DEFAULT_QUEUE_SETTINGS);
            if (!plan.retry) return attempts === 11 && now <= 24 * 60 * 60 * 1_000;
            now = plan.runAt;
          }
          return false;
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });
});
