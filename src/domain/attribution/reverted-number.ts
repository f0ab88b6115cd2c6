import type { PullRequest } from '../pull-request/pull-request.ts';
import { findStatedCauses } from './find-stated-causes.ts';
import { parseRevertBranch, parseRevertTitle } from './revert-title.ts';

/** The pull request of the same repository that this one claims to undo; `null`: none, or it applies one again. */
export function revertedNumber({ title, body, head }: Pick<PullRequest, 'title' | 'body' | 'head'>): number | null {
  const revert = parseRevertTitle(title);
  if (revert !== undefined && revert.depth % 2 === 0) return null;
  const stated = findStatedCauses(body ?? '').find(({ kind }) => kind === 'revert')?.reference;
  const inBody = stated !== undefined && 'number' in stated ? stated.number : undefined;
  return parseRevertBranch(head.ref) ?? inBody ?? revert?.number ?? null;
}
