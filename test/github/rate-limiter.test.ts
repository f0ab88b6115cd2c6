import { expect, it } from 'vitest';
import { createRateLimiter } from '../../src/github/rate-limiter.ts';

const START = Date.UTC(2026, 8, 1);

it('refuses at once while GitHub has closed the door, and only until then', async () => {
  let now = START;
  const limiter = createRateLimiter({ clock: { now: () => now }, sleep: async () => {} });
  limiter.limit('core', START + 60_000);
  await expect(limiter.run('core', 'read', async () => 1)).rejects.toMatchObject({ retryAt: START + 60_000 });
  expect(await limiter.run('graphql', 'read', async () => 2)).toBe(2);
  now = START + 60_000;
  expect(await limiter.run('core', 'read', async () => 3)).toBe(3);
});

it('does not wait for a limit that a clock set back has put far away', async () => {
  let now = START;
  const limiter = createRateLimiter({ clock: { now: () => now }, sleep: async () => {} });
  limiter.limit('core', START + 60_000);
  now = START - 24 * 60 * 60_000;
  expect(await limiter.run('core', 'read', async () => 1)).toBe(1);
});
