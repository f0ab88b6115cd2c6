import { defineConfig } from 'vitest/config';

/**
 * The tests that `npm run mutate` runs: those of the folders it changes, without the slow ones, which run through
 * everything or start another program. One module graph for all of them, for it is loaded again for every mutant; safe
 * because nothing under test keeps anything between calls.
 */
export default defineConfig({
  test: {
    include: ['test/domain/statement/**/*.test.ts', 'test/domain/risk/**/*.test.ts'],
    exclude: ['**/properties.test.ts', '**/git-check-ignore.test.ts'],
    isolate: false,
    testTimeout: 30_000,
  },
});
