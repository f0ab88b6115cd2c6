import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.long.test.ts'],
    pool: 'forks',
    globalSetup: ['test/support/postgres-door.ts'],
    fileParallelism: false,
    testTimeout: 900_000,
    hookTimeout: 120_000,
    reporters: [
      ['default', { summary: false }],
      ['json', { outputFile: 'reports/test-long.json' }],
    ],
  },
});
