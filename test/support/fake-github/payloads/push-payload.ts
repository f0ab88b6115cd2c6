import type { Account } from '../state/account.ts';
import type { Commit } from '../state/git-objects.ts';
import type { JsonObject } from '../state/json.ts';
import type { Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';
import { repositoryWeb } from '../views/urls.ts';
import { viewHeadCommit } from '../views/view-check-run.ts';
import { emailOf } from '../views/view-commit.ts';
import { envelope } from './envelope.ts';

export interface Push {
  readonly branch: string;
  /** `null` when the branch is new. */
  readonly before: string | null;
  readonly after: string;
  /** Oldest first; GitHub tells 2,048 at most (20 before 2026). */
  readonly commits: readonly Commit[];
  /** What was on the branch before is no longer on it. */
  readonly forced: boolean;
}

export function pushPayload(world: World, repository: Repository, push: Push, sender: Account): JsonObject {
  const commits = push.commits.map((commit) => viewPushedCommit(repository, commit));
  const { repository: view, ...rest } = envelope(world, repository, sender);
  const seconds = (iso: string) => Math.floor(Date.parse(iso) / 1000);
  const owner = { name: repository.owner.login, email: emailOf(repository.owner.login) };
  const before = push.before ?? '0'.repeat(40);
  return {
    ref: `refs/heads/${push.branch}`,
    before,
    after: push.after,
    created: push.before === null,
    deleted: false,
    forced: push.forced,
    base_ref: null,
    compare: `${repositoryWeb(repository)}/compare/${before.slice(0, 12)}...${push.after.slice(0, 12)}`,
    commits,
    head_commit: commits.at(-1) ?? null,
    repository: {
      ...(typeof view === 'object' && view !== null ? view : {}),
      owner: { ...ownerOf(view), ...owner },
      created_at: seconds(repository.createdAt),
      pushed_at: Math.floor(world.now() / 1000),
      master_branch: repository.defaultBranch,
      stargazers: 0,
    },
    pusher: { name: sender.login, email: emailOf(sender.login) },
    ...rest,
  };
}

function ownerOf(view: unknown): JsonObject {
  const owner = typeof view === 'object' && view !== null && 'owner' in view ? view.owner : null;
  return typeof owner === 'object' && owner !== null ? { ...owner } : {};
}

function viewPushedCommit(repository: Repository, commit: Commit): JsonObject {
  const paths = (status: string) => commit.files.filter((file) => file.status === status).map((file) => file.path);
  const renamed = commit.files.filter((file) => file.status === 'renamed');
  const person = { name: commit.author.login, email: emailOf(commit.author.login), username: commit.author.login };
  const { author: _author, committer: _committer, ...head } = viewHeadCommit(commit);
  return {
    ...head,
    distinct: true,
    url: `${repositoryWeb(repository)}/commit/${commit.sha}`,
    author: person,
    committer: person,
    added: [...paths('added'), ...paths('copied'), ...renamed.map((file) => file.path)],
    removed: [...paths('removed'), ...renamed.flatMap((file) => file.previousPath ?? [])],
    modified: [...paths('modified'), ...paths('changed')],
  };
}
