import type { Account } from '../state/account.ts';
import { compareCommits } from '../state/history.ts';
import type { PullRequestIssue } from '../state/issue.ts';
import { timeOf, type World } from '../state/world.ts';
import { applyChanges } from './apply-changes.ts';
import { setIssueState } from './edit-issue.ts';
import { moveBranch } from './push-commits.ts';

/** `push`: the branch is pushed onto the base as it is, and GitHub marks the pull request as merged. */
export type MergeMethod = 'merge' | 'squash' | 'rebase' | 'push';

/** Merges into the base branch: a push to it, then `closed` with `merged: true`. Gives the merge commit's SHA. */
export function mergePullRequest(world: World, issue: PullRequestIssue, by: Account, method: MergeMethod): string {
  const { repository, pull } = issue;
  if (method === 'push') return land(world, issue, by, pull.head.sha);
  if (method === 'rebase') return land(world, issue, by, rebase(world, issue));
  const tip = repository.branches.get(pull.base.ref) ?? pull.base.sha;
  const { files } = compareCommits(repository, tip, pull.head.sha);
  const tree = applyChanges(repository.commits.get(tip)?.tree, files);
  const squash = method === 'squash';
  const sha = world.ids.sha(`merge ${issue.number}`);
  const from = `${pull.head.owner?.login ?? 'unknown'}/${pull.head.ref}`;
  repository.commits.set(sha, {
    sha,
    parents: squash ? [tip] : [tip, pull.head.sha],
    message: squash
      ? `${issue.title} (#${issue.number})`
      : `Merge pull request #${issue.number} from ${from}\n\n${issue.title}`,
    author: squash ? issue.user : by,
    date: timeOf(world),
    files,
    tree,
  });
  return land(world, issue, by, sha);
}

/** A copy of each commit, with its message and its author's date, on top of the base. */
function rebase(world: World, issue: PullRequestIssue): string {
  const { repository, pull } = issue;
  let tip = repository.branches.get(pull.base.ref) ?? pull.base.sha;
  const copies: string[] = [];
  for (const commit of compareCommits(repository, tip, pull.head.sha).ahead) {
    const sha = world.ids.sha(`rebase ${commit.sha}`);
    const tree = applyChanges(repository.commits.get(tip)?.tree, commit.files);
    const authoredAt = commit.authoredAt ?? commit.date;
    repository.commits.set(sha, { ...commit, sha, parents: [tip], date: timeOf(world), authoredAt, tree });
    copies.push(sha);
    tip = sha;
  }
  pull.landed = copies;
  return tip;
}

function land(world: World, issue: PullRequestIssue, by: Account, sha: string): string {
  const { repository, pull } = issue;
  pull.merged = { at: timeOf(world), by, sha };
  moveBranch(world, repository, pull.base.ref, sha, by);
  setIssueState(world, issue, 'closed', by);
  return sha;
}
