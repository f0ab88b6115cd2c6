import type { MergeMethod } from './exposure.ts';

interface CommitFacts {
  readonly sha: string;
  readonly message: string;
  /** ISO 8601. */
  readonly authoredAt: string;
  readonly committedAt: string;
}

/** What tells how a pull request was merged. */
export interface MergeFacts {
  readonly number: number;
  readonly headSha: string;
  /** The newest commit of its branch; `null` when GitHub no longer has it. */
  readonly headCommit: CommitFacts | null;
  readonly commits: number;
  readonly mergeCommit: (CommitFacts & { readonly parents: number }) | null;
}

/**
 * How a merged pull request came onto its branch, from the shape of the commit that brought it.
 *
 * - two parents: a merge commit, by the button or on the command line;
 * - the head itself: the branch was pushed, and GitHub marked the pull request as merged;
 * - one parent: a rebase keeps the head commit's message and author date under a new committer date, a squash has a
 *   message of its own (`… (#12)` unless somebody changed it) and was authored when it was merged.
 */
export function findMergeMethod({ number, headSha, headCommit, commits, mergeCommit }: MergeFacts): MergeMethod {
  if (mergeCommit === null) return 'unknown';
  if (mergeCommit.sha === headSha) return 'push';
  if (mergeCommit.parents > 1) return 'merge';
  if (headCommit !== null && copies(mergeCommit, headCommit)) return 'rebase';
  if (headline(mergeCommit.message).endsWith(`(#${number})`)) return 'squash';
  if (mergeCommit.authoredAt === mergeCommit.committedAt || commits > 1 || headCommit === null) return 'squash';
  return trimmed(mergeCommit.message) === trimmed(headCommit.message) ? 'rebase' : 'squash';
}

function copies(merge: CommitFacts, head: CommitFacts): boolean {
  return (
    Date.parse(merge.authoredAt) === Date.parse(head.authoredAt) && trimmed(merge.message) === trimmed(head.message)
  );
}

/** GitHub ends some messages with a line feed and others without. */
function trimmed(message: string): string {
  return message.trim();
}

function headline(message: string): string {
  return (message.split('\n', 1)[0] ?? '').trim();
}
