import { pullRequestPayload } from '../payloads/pull-request-payload.ts';
import type { Account } from '../state/account.ts';
import type { Pull, PullRequestIssue } from '../state/issue.ts';
import type { Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';
import { commitFiles, type FileSpec } from './commit-files.ts';
import { createRepository } from './create-repository.ts';
import { addIssue } from './open-issue.ts';
import { copyCommits } from './push-commits.ts';

export interface NewPullRequest {
  readonly number?: number;
  readonly title: string;
  readonly body: string | null;
  readonly author: Account;
  readonly files: readonly FileSpec[];
  readonly base: string;
  readonly headRef: string;
  readonly headSha?: string;
  /** `deleted`: the fork is gone, GitHub gives `head.repo: null`. */
  readonly fork: boolean | 'deleted';
  readonly draft: boolean;
  readonly labels: readonly string[];
  readonly changedFiles: number | null;
  readonly milestone?: string;
}

export function openPullRequest(world: World, repository: Repository, spec: NewPullRequest): PullRequestIssue {
  const baseSha = repository.branches.get(spec.base);
  if (baseSha === undefined) throw new Error(`${repository.name} has no branch '${spec.base}'`);
  const head = spec.fork === false ? repository : forkOf(world, repository, spec.author);
  // The same SHA twice is the same commit: two pull requests may share their head.
  const commit =
    (spec.headSha === undefined ? undefined : repository.commits.get(spec.headSha)) ??
    commitFiles(world, head, {
      parents: [baseSha],
      message: spec.title,
      author: spec.author,
      files: spec.files,
      ...(spec.headSha === undefined ? {} : { sha: spec.headSha }),
    });
  head.branches.set(spec.headRef, commit.sha);
  copyCommits(head, repository);
  const pull: Pull = {
    id: world.ids.next('pull-request'),
    draft: spec.draft,
    head: {
      ref: spec.headRef,
      sha: commit.sha,
      repository: spec.fork === 'deleted' ? null : head,
      owner: spec.fork === false ? repository.owner : spec.author,
    },
    base: { ref: spec.base, sha: baseSha },
    merged: null,
    changedFiles: spec.changedFiles,
    reviews: [],
    ...(spec.milestone === undefined ? {} : { milestone: spec.milestone }),
  };
  const { title, body, author, labels } = spec;
  const numbered = spec.number === undefined ? {} : { number: spec.number };
  const added = addIssue(world, repository, { title, body, user: author, labels, ...numbered }, pull);
  const issue: PullRequestIssue = Object.assign(added, { pull });
  world.emit({
    name: 'pull_request',
    sender: author,
    repository,
    payload: () => pullRequestPayload(world, issue, author, { action: 'opened' }),
  });
  return issue;
}

/** A person's fork has the name of the original and holds its commits. */
function forkOf(world: World, repository: Repository, owner: Account): Repository {
  const known = world.repositoryIds.get(`${owner.login}/${repository.name}`.toLowerCase());
  const found = known === undefined ? undefined : world.repositories.get(known);
  const { name, private: hidden, defaultBranch } = repository;
  const fork = found ?? createRepository(world, { owner, name, private: hidden, fork: true, defaultBranch });
  copyCommits(repository, fork);
  return fork;
}
