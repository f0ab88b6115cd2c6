import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/**/*.long.test.ts'],
    pool: 'forks',
    globalSetup: ['test/support/postgres-door.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: [
      ['default', { summary: false }],
      ['json', { outputFile: 'reports/test.json' }],
    ],
    coverage: {
      provider: 'v8',
      include: ['src/domain/**', 'src/config/**', 'src/render/**'],
      reportsDirectory: 'reports/coverage',
      reporter: ['text-summary', 'json-summary'],
      thresholds: { lines: 95 },
    },
  },
});
