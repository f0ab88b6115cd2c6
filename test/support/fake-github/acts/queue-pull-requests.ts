import { mergeGroupPayload } from '../payloads/merge-group-payload.ts';
import { pullRequestPayload } from '../payloads/pull-request-payload.ts';
import type { Account } from '../state/account.ts';
import { compareCommits } from '../state/history.ts';
import type { PullRequestIssue } from '../state/issue.ts';
import type { MergeGroup } from '../state/merge-group.ts';
import type { Repository } from '../state/repository.ts';
import { timeOf, type World } from '../state/world.ts';
import { applyChanges } from './apply-changes.ts';

/** Puts pull requests into the merge queue: one commit for each on top of the base, on a branch of GitHub's own. */
export function enqueuePullRequests(
  world: World,
  repository: Repository,
  issues: readonly PullRequestIssue[],
  sender: Account,
): MergeGroup {
  const last = issues.at(-1);
  if (last === undefined) throw new Error('A merge group needs at least one pull request');
  const baseRef = last.pull.base.ref;
  const baseSha = repository.branches.get(baseRef) ?? last.pull.base.sha;
  let headSha = baseSha;
  for (const issue of issues) headSha = addMember(world, issue, headSha, sender);
  const headRef = `gh-readonly-queue/${baseRef}/pr-${last.number}-${baseSha}`;
  repository.branches.set(headRef, headSha);
  const group = { headRef, headSha, baseRef, baseSha, numbers: issues.map((issue) => issue.number) };
  for (const issue of issues) {
    world.emit({
      name: 'pull_request',
      sender,
      repository,
      payload: () => pullRequestPayload(world, issue, sender, { action: 'enqueued' }),
    });
  }
  world.emit({
    name: 'merge_group',
    sender,
    repository,
    payload: () => mergeGroupPayload(world, repository, group, sender, { action: 'checks_requested' }),
  });
  return group;
}

/** The group ends: its branch goes, and unless it was merged its members leave the queue. */
export function destroyMergeGroup(
  world: World,
  repository: Repository,
  group: MergeGroup,
  reason: 'merged' | 'invalidated' | 'dequeued',
  members: readonly PullRequestIssue[],
  sender: Account,
): void {
  repository.branches.delete(group.headRef);
  world.emit({
    name: 'merge_group',
    sender,
    repository,
    payload: () => mergeGroupPayload(world, repository, group, sender, { action: 'destroyed', reason }),
  });
  if (reason === 'merged') return;
  for (const issue of members) {
    world.emit({
      name: 'pull_request',
      sender,
      repository,
      payload: () => pullRequestPayload(world, issue, sender, { action: 'dequeued', reason: 'CI_FAILURE' }),
    });
  }
}

function addMember(world: World, issue: PullRequestIssue, onto: string, sender: Account): string {
  const { repository, pull } = issue;
  const { files } = compareCommits(repository, pull.base.sha, pull.head.sha);
  const tree = applyChanges(repository.commits.get(onto)?.tree, files);
  const sha = world.ids.sha(`queue ${issue.number}`);
  const message = `Merge pull request #${issue.number} from ${pull.head.owner?.login ?? 'unknown'}/${pull.head.ref}\n\n${issue.title}`;
  const parents = [onto, pull.head.sha];
  repository.commits.set(sha, { sha, parents, message, author: sender, date: timeOf(world), files, tree });
  return sha;
}
