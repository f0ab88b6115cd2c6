import { expect, it } from 'vitest';
import { parseQueueBranch } from '../../../src/domain/pull-request/parse-queue-branch.ts';

const SHA = 'a1'.repeat(20);

it.each([
  [`gh-readonly-queue/main/pr-12-${SHA}`, { baseRef: 'main', number: 12, baseSha: SHA }],
  [`gh-readonly-queue/release/6.x/pr-3-${SHA}`, { baseRef: 'release/6.x', number: 3, baseSha: SHA }],
  [`feature/gh-readonly-queue/main/pr-12-${SHA}`, null],
  [`gh-readonly-queue/main/pr-12-${SHA.slice(1)}`, null],
  [`gh-readonly-queue/main/pr-x-${SHA}`, null],
  ['main', null],
])('%s', (branch, expected) => {
  expect(parseQueueBranch(branch)).toEqual(expected);
});
