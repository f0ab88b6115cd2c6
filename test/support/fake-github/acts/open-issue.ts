import { issuePayload } from '../payloads/issue-payload.ts';
import type { Account } from '../state/account.ts';
import type { Issue, Pull } from '../state/issue.ts';
import type { Repository } from '../state/repository.ts';
import { timeOf, type World } from '../state/world.ts';
import { ensureLabel } from './change-labels.ts';

export interface NewIssue {
  readonly number?: number;
  readonly title: string;
  readonly body: string | null;
  readonly user: Account;
  readonly labels: readonly string[];
}

/** Adds an issue, or the issue side of a pull request, and tells nobody. */
export function addIssue(world: World, repository: Repository, spec: NewIssue, pull: Pull | null): Issue {
  const number = spec.number ?? repository.lastNumber + 1;
  if (repository.issues.has(number)) throw new Error(`#${number} is taken in ${repository.name}`);
  repository.lastNumber = Math.max(repository.lastNumber, number);
  const now = timeOf(world);
  const issue: Issue = {
    id: world.ids.next('issue'),
    number,
    repository,
    title: spec.title,
    body: spec.body,
    user: spec.user,
    state: 'open',
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    labels: spec.labels.map((name) => ensureLabel(world, repository, name)),
    comments: [],
    reactions: [],
    pull,
  };
  repository.issues.set(number, issue);
  return issue;
}

export function openIssue(world: World, repository: Repository, spec: NewIssue): Issue {
  const issue = addIssue(world, repository, spec, null);
  world.emit({
    name: 'issues',
    sender: spec.user,
    repository,
    payload: () => issuePayload(world, issue, spec.user, { action: 'opened' }),
  });
  return issue;
}
