import { describe, expect, it } from 'vitest';
import { findMergeMethod, type MergeFacts } from '../../../src/domain/exposure/find-merge-method.ts';

const WRITTEN = '2026-03-01T09:00:00Z';
const MERGED = '2026-03-03T12:00:00Z';

const head = { sha: 'h', message: 'Sort invoices by date', authoredAt: WRITTEN, committedAt: WRITTEN };
const merged = { sha: 'm', message: 'Sort invoices (#12)', authoredAt: MERGED, committedAt: MERGED, parents: 1 };
const facts = (changes: Partial<MergeFacts> = {}): MergeFacts => ({
  number: 12,
  headSha: 'h',
  headCommit: head,
  commits: 1,
  mergeCommit: merged,
  ...changes,
});
const rebased = { ...head, sha: 'm', committedAt: MERGED, parents: 1 };

describe('how a pull request was merged', () => {
  it.each<[string, string, MergeFacts]>([
    ['squashed, with the number that GitHub writes', 'squash', facts()],
    ['squashed from many commits', 'squash', facts({ commits: 9 })],
    [
      'squashed from many commits, the number taken out',
      'squash',
      facts({ commits: 9, mergeCommit: { ...merged, message: 'Sort invoices' } }),
    ],
    [
      'squashed from one commit under its own message',
      'squash',
      facts({ mergeCommit: { ...merged, message: head.message } }),
    ],
    [
      'squashed with a body',
      'squash',
      facts({ mergeCommit: { ...merged, message: 'Sort invoices (#12)\n\n* one\n* two\n' } }),
    ],
    [
      'squashed, its branch deleted and collected',
      'squash',
      facts({ headCommit: null, mergeCommit: { ...merged, message: 'Sort' } }),
    ],
    [
      'merged by the button',
      'merge',
      facts({ mergeCommit: { ...merged, message: 'Merge pull request #12 from mona/sort\n\nSort', parents: 2 } }),
    ],
    ['merged as an octopus', 'merge', facts({ mergeCommit: { ...merged, parents: 3 } })],
    [
      'merged on the command line',
      'merge',
      facts({ mergeCommit: { ...merged, message: "Merge branch 'sort'", parents: 2 } }),
    ],
    ['rebased: message and author date are kept', 'rebase', facts({ mergeCommit: rebased })],
    ['rebased, several commits', 'rebase', facts({ commits: 4, mergeCommit: rebased })],
    [
      'rebased, the message already ends with the number',
      'rebase',
      facts({ headCommit: { ...head, message: 'Sort (#12)' }, mergeCommit: { ...rebased, message: 'Sort (#12)\n' } }),
    ],
    [
      'rebased, in another zone',
      'rebase',
      facts({ mergeCommit: { ...rebased, authoredAt: '2026-03-01T11:00:00+02:00' } }),
    ],
    ['pushed: the head is on the branch as it is', 'push', facts({ mergeCommit: { ...merged, sha: 'h' } })],
    ['pushed, the head is a merge itself', 'push', facts({ mergeCommit: { ...merged, sha: 'h', parents: 2 } })],
    [
      'a number of another pull request is no squash of this one',
      'rebase',
      facts({
        headCommit: { ...head, message: 'Fix (#3)' },
        mergeCommit: { ...rebased, message: 'Fix (#3)', authoredAt: '2026-03-02T00:00:00Z' },
      }),
    ],
    ['GitHub does not know the commit', 'unknown', facts({ mergeCommit: null })],
  ])('%s', (_, method, given) => {
    expect(findMergeMethod(given)).toBe(method);
  });
});
