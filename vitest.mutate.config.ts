import { defineConfig } from 'vitest/config';

/** The tests that `npm run mutate` runs: those of the folders it changes, without the slow ones, which run through everything. */
export default defineConfig({
  test: {
    include: ['test/domain/statement/**/*.test.ts', 'test/domain/risk/**/*.test.ts'],
    exclude: ['**/properties.test.ts'],
    testTimeout: 30_000,
  },
});
