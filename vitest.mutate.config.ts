import { defineConfig } from 'vitest/config';

/** The tests that `npm run mutate` runs: those of the folders it changes. */
export default defineConfig({
  test: {
    include: ['test/domain/statement/**/*.test.ts', 'test/domain/risk/**/*.test.ts'],
    testTimeout: 30_000,
  },
});
