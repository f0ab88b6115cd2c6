import { commitFiles } from '../acts/commit-files.ts';
import { editIssue } from '../acts/edit-issue.ts';
import { ensureAccount } from '../acts/ensure-account.ts';
import { mergePullRequest } from '../acts/merge-pull-request.ts';
import { openPullRequest } from '../acts/open-pull-request.ts';
import { moveBranch } from '../acts/push-commits.ts';
import { destroyMergeGroup, enqueuePullRequests } from '../acts/queue-pull-requests.ts';
import { setDraft } from '../acts/set-draft.ts';
import { submitReview } from '../acts/submit-review.ts';
import type { PullRequestIssue } from '../state/issue.ts';
import type { Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';
import { accountOf } from './issue-acts.ts';
import { pullRequestNumbered } from './look-up.ts';
import type { PullRequestSpec, SceneRepository } from './scene-repository.ts';

type Acts = Pick<
  SceneRepository,
  'openPullRequest' | 'retarget' | 'push' | 'setDraft' | 'merge' | 'enqueue' | 'dequeue' | 'mergeGroup' | 'review'
>;

export function pullRequestActs(world: World, repository: Repository): Acts {
  const pullRequest = (number: number) => pullRequestNumbered(repository, number);
  const maintainer = () => ensureAccount(world, 'maintainer');
  const queue = () => ensureAccount(world, 'github-merge-queue[bot]');

  return {
    openPullRequest: (spec = {}) => open(world, repository, spec),
    retarget: (number, base, by) => {
      const issue = pullRequest(number);
      editIssue(world, issue, { base }, by === undefined ? issue.user : ensureAccount(world, by));
    },
    push: (number, files, message = 'More work') => push(world, pullRequest(number), files, message),
    setDraft: (number, draft) => setDraft(world, pullRequest(number), draft, pullRequest(number).user),
    merge: (number, { by = 'maintainer', method = 'squash' } = {}) =>
      mergePullRequest(world, pullRequest(number), ensureAccount(world, by), method),
    enqueue: (numbers) => enqueuePullRequests(world, repository, numbers.map(pullRequest), maintainer()),
    dequeue: (group, reason = 'dequeued') =>
      destroyMergeGroup(world, repository, group, reason, group.numbers.map(pullRequest), queue()),
    mergeGroup: (group) => {
      for (const number of group.numbers) mergePullRequest(world, pullRequest(number), queue(), 'merge');
      destroyMergeGroup(world, repository, group, 'merged', [], queue());
    },
    review: (number, by, state, body) =>
      submitReview(world, pullRequest(number), state, body ?? null, ensureAccount(world, by)),
  };
}

function open(world: World, repository: Repository, spec: PullRequestSpec): PullRequestIssue {
  const number = spec.number ?? repository.lastNumber + 1;
  return openPullRequest(world, repository, {
    number,
    title: spec.title ?? `Change ${number}`,
    body: spec.body ?? null,
    author: accountOf(world, spec.author ?? 'alice'),
    files: spec.files ?? ['app/change.ts'],
    base: spec.base ?? repository.defaultBranch,
    headRef: spec.head?.ref ?? `change-${number}`,
    fork: spec.head?.fork ?? false,
    draft: spec.draft ?? false,
    labels: spec.labels ?? [],
    changedFiles: spec.changedFiles ?? null,
    ...(spec.milestone === undefined ? {} : { milestone: spec.milestone }),
    ...(spec.head?.sha === undefined ? {} : { headSha: spec.head.sha }),
  });
}

function push(
  world: World,
  issue: PullRequestIssue,
  files: Parameters<SceneRepository['push']>[1],
  message: string,
): string {
  const { head } = issue.pull;
  if (head.repository === null) throw new Error(`#${issue.number}: its fork is gone, nobody can push to it`);
  const { sha } = commitFiles(world, head.repository, { parents: [head.sha], message, author: issue.user, files });
  moveBranch(world, head.repository, head.ref, sha, issue.user);
  return sha;
}
