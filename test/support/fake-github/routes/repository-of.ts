import { addressProblem } from '../server/address-problem.ts';
import { forbidden, GitHubProblem, notFound } from '../server/github-problem.ts';
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
  const number = Number(request.params.issue_number);
  const issue = repository.issues.get(number);
  if (issue === undefined) throw goneIssue(request, repository.goneIssues.get(number));
  return issue;
}

/** A transferred issue redirects whoever may see where it went; a deleted one is gone for good. */
function goneIssue(request: RouteRequest, moved: Issue | null | undefined): GitHubProblem {
  if (moved === null) return new GitHubProblem(410, 'This issue was deleted');
  if (moved === undefined || (moved.repository.private && !covers(request, moved.repository))) return notFound();
  const address = new URL(request.address);
  const tail = address.pathname.replace(/^.*\/issues\/\d+/, '');
  const prefix = address.pathname.startsWith('/api/v3/') ? '/api/v3' : '';
  const location = `${address.origin}${prefix}/repositories/${moved.repository.id}/issues/${moved.number}${tail}`;
  return new GitHubProblem(request.method === 'GET' ? 301 : 307, 'Moved Permanently', { headers: { location } });
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
