import type { Account } from '../state/account.ts';
import type { FileChange } from '../state/git-objects.ts';
import { isoSecond } from '../state/iso-second.ts';
import type { Pull } from '../state/issue.ts';
import type { Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';
import { addIssue } from './open-issue.ts';

export interface PastSpec {
  readonly count: number;
  /** When the oldest was merged, and how far apart they are; milliseconds. */
  readonly from: number;
  readonly every: number;
  readonly author: Account;
  readonly reviewer: Account;
  readonly bodyOf: (index: number) => string | null;
  /** A direct push after each so many pull requests. */
  readonly pushEvery: number;
}

/**
 * A past of many pull requests at once, of which nobody was told: branches of one commit off the root, squashed, every
 * seventh merged. Acting out each would take a walk through all commits before it.
 */
export function addPast(world: World, repository: Repository, spec: PastSpec): void {
  const root = repository.branches.get(repository.defaultBranch) ?? '';
  const tree = repository.commits.get(root)?.tree ?? new Map<string, string>();
  let tip = root;
  const commit = (parents: readonly string[], message: string, at: number, files: readonly FileChange[]): string => {
    const sha = world.ids.sha(message);
    repository.commits.set(sha, { sha, parents, message, author: spec.author, date: isoSecond(at), files, tree });
    return sha;
  };
  for (let index = 0; index < spec.count; index += 1) {
    const mergedAt = spec.from + index * spec.every;
    const openedAt = mergedAt - spec.every / 2;
    const files: readonly FileChange[] = [
      { path: `app/${index % 50}/file.ts`, status: 'modified', additions: 3, deletions: 1, blobSha: null },
    ];
    const head = commit([root], `Change ${index}`, openedAt, files);
    const pull: Pull = {
      id: world.ids.next('pull-request'),
      draft: false,
      head: { ref: `change-${index}`, sha: head, repository, owner: spec.author },
      base: { ref: repository.defaultBranch, sha: root },
      merged: null,
      changedFiles: null,
      reviews: [
        {
          id: world.ids.next('review'),
          user: spec.reviewer,
          state: 'approved',
          body: null,
          commitSha: head,
          submittedAt: isoSecond(openedAt + 1_000),
        },
      ],
    };
    const title = `Change ${index}`;
    const issue = addIssue(world, repository, { title, body: spec.bodyOf(index), user: spec.author, labels: [] }, pull);
    const merge = index % 7 === 0;
    tip = commit(
      merge ? [tip, head] : [tip],
      merge ? `Merge pull request #${issue.number} from a/b` : `${title} (#${issue.number})`,
      mergedAt,
      files,
    );
    pull.merged = { at: isoSecond(mergedAt), by: spec.author, sha: tip };
    Object.assign(issue, {
      state: 'closed',
      createdAt: isoSecond(openedAt),
      updatedAt: isoSecond(mergedAt),
      closedAt: isoSecond(mergedAt),
    });
    if ((index + 1) % spec.pushEvery === 0) tip = commit([tip], `Straight ${index}`, mergedAt + 1_000, files);
  }
  repository.branches.set(repository.defaultBranch, tip);
}
