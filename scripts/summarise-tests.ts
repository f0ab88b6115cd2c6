/** Adds up the runner's own reports and prints `N passed, N failed, N skipped` as the last line. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numFailedTestSuites: z.number(),
});

let passed = 0;
let failed = 0;
let skipped = 0;
for (const path of ['reports/test.json', 'reports/test-long.json']) {
  try {
    const report = Report.parse(JSON.parse(readFileSync(path, 'utf8')));
    passed += report.numPassedTests;
    // A file that cannot be loaded has no tests to count, and is a failure all the same.
    failed += report.numFailedTests > 0 ? report.numFailedTests : Math.min(1, report.numFailedTestSuites);
    skipped += report.numPendingTests + report.numTodoTests;
  } catch (error) {
    console.error(`${path}: no readable report (${error instanceof Error ? error.message : String(error)})`);
    failed += 1;
  }
}
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 ? 1 : 0;
