import { addressProblem } from '../server/address-problem.ts';
import { forbidden, notFound } from '../server/github-problem.ts';
import type { RouteRequest } from '../server/route.ts';
import type { Account } from '../state/account.ts';
import { findRepository } from '../state/find-repository.ts';
import { type Issue, isPullRequest, type PullRequestIssue } from '../state/issue.ts';
import type { Repository } from '../state/repository.ts';

/** The repository that a path names, when the actor may see it: an installation sees its own and public ones. */
export function repositoryOf(request: RouteRequest): Repository {
  const { owner = '', repo = '' } = request.params;
  const repository = findRepository(request.world, owner, repo);
  if (repository === null) throw notFound();
  const moved = addressProblem(repository, owner, repo, request);
  if (moved !== null) throw moved;
  if (repository.private && !covers(request, repository)) throw notFound();
  return repository;
}

/** As `repositoryOf`, for writes: an installation writes only where it is installed. */
export function writableRepositoryOf(request: RouteRequest): Repository {
  const repository = repositoryOf(request);
  if (!covers(request, repository)) throw forbidden();
  return repository;
}

export function issueOf(request: RouteRequest, repository: Repository): Issue {
  const issue = repository.issues.get(Number(request.params.issue_number));
  if (issue === undefined) throw notFound();
  return issue;
}

export function pullRequestOf(request: RouteRequest, repository: Repository): PullRequestIssue {
  const issue = repository.issues.get(Number(request.params.pull_number));
  if (issue === undefined || !isPullRequest(issue)) throw notFound();
  return issue;
}

/** In whose name an effect happens. */
export function senderOf(request: RouteRequest): Account {
  const { actor, world } = request;
  return actor.kind === 'user' ? actor.account : world.app.bot;
}

function covers({ actor, world }: RouteRequest, repository: Repository): boolean {
  if (actor.kind === 'installation') {
    return world.installations.get(actor.installationId)?.repositoryIds.has(repository.id) ?? false;
  }
  if (actor.kind !== 'user') return actor.kind === 'app';
  const level = repository.permissions.get(actor.account.login.toLowerCase());
  return level !== undefined && level !== 'none';
}
