import { pullRequestPayload } from '../payloads/pull-request-payload.ts';
import { pushPayload } from '../payloads/push-payload.ts';
import type { Account } from '../state/account.ts';
import type { Commit } from '../state/git-objects.ts';
import { compareCommits } from '../state/history.ts';
import { isPullRequest } from '../state/issue.ts';
import type { Repository } from '../state/repository.ts';
import { timeOf, type World } from '../state/world.ts';

/** Moves a branch; tells of the push and of every open pull request whose head moved with it. */
export function moveBranch(world: World, repository: Repository, branch: string, after: string, sender: Account): void {
  const before = repository.branches.get(branch) ?? null;
  repository.branches.set(branch, after);
  const moved = before === null ? null : compareCommits(repository, before, after);
  const commits = moved === null ? lastCommit(repository, after) : moved.ahead;
  const forced = moved !== null && moved.behindBy > 0;
  world.emit({
    name: 'push',
    sender,
    repository,
    payload: () => pushPayload(world, repository, { branch, before, after, commits, forced }, sender),
  });
  synchronizePullRequests(world, repository, branch, after, sender);
}

function lastCommit(repository: Repository, sha: string): readonly Commit[] {
  const commit = repository.commits.get(sha);
  return commit === undefined ? [] : [commit];
}

function synchronizePullRequests(world: World, head: Repository, branch: string, after: string, sender: Account): void {
  for (const repository of world.repositories.values()) {
    for (const issue of repository.issues.values()) {
      if (!isPullRequest(issue) || issue.state !== 'open') continue;
      const { pull } = issue;
      if (pull.head.repository?.id !== head.id || pull.head.ref !== branch || pull.head.sha === after) continue;
      copyCommits(head, repository);
      const before = pull.head.sha;
      pull.head = { ...pull.head, sha: after };
      issue.updatedAt = timeOf(world);
      world.emit({
        name: 'pull_request',
        sender,
        repository,
        payload: () => pullRequestPayload(world, issue, sender, { action: 'synchronize', before, after }),
      });
    }
  }
}

/** GitHub keeps the commits of a fork's pull request in the base repository too (`refs/pull/N/head`). */
export function copyCommits(from: Repository, to: Repository): void {
  if (from.id === to.id) return;
  for (const [sha, commit] of from.commits) to.commits.set(sha, commit);
  for (const [sha, blob] of from.blobs) to.blobs.set(sha, blob);
}
