import { resolveCommit } from '../state/history.ts';
import { isPullRequest } from '../state/issue.ts';
import { fullName, type Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';
import { nodeId, repositoryWeb } from '../views/urls.ts';
import { commitNode } from './commit-node.ts';
import type { PageArguments } from './connection.ts';
import { deploymentsNode, releasesNode } from './deployments-node.ts';
import { issueNode, type IssuesArguments, issuesNode } from './issue-node.ts';
import { objectNode } from './object-node.ts';
import { pullRequestNode, type PullRequestsArguments, pullRequestsNode } from './pull-requests-node.ts';

/** The `Repository` type: fields are values, or functions of their arguments. */
export function repositoryNode(world: World, repository: Repository) {
  const ref = (name: string) => refNode(repository, name);
  return {
    __typename: 'Repository',
    id: nodeId('R', repository.id),
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: fullName(repository),
    owner: {
      __typename: repository.owner.type === 'Organization' ? 'Organization' : 'User',
      id: nodeId('O', repository.owner.id),
      login: repository.owner.login,
    },
    isPrivate: repository.private,
    isFork: repository.fork,
    isArchived: false,
    visibility: repository.private ? 'PRIVATE' : 'PUBLIC',
    url: repositoryWeb(repository),
    createdAt: repository.createdAt,
    defaultBranchRef: () => ref(repository.defaultBranch),
    ref: ({ qualifiedName }: { readonly qualifiedName: string }) => ref(qualifiedName),
    pullRequests: (args: PullRequestsArguments) => pullRequestsNode(repository, args),
    pullRequest: ({ number }: { readonly number: number }) => {
      const found = pullRequestNumbered(repository, number);
      if (found === null) {
        throw new Error(`Could not resolve to a PullRequest with the number of ${number}.`, { cause: 'NOT_FOUND' });
      }
      return found;
    },
    issue: ({ number }: { readonly number: number }) => {
      const found = repository.issues.get(number);
      if (found === undefined || isPullRequest(found)) {
        throw new Error(`Could not resolve to an Issue with the number of ${number}.`, { cause: 'NOT_FOUND' });
      }
      return issueNode(repository, number);
    },
    issues: (args: IssuesArguments) => issuesNode(repository, args),
    issueOrPullRequest: ({ number }: { readonly number: number }) => {
      if (!repository.issues.has(number)) {
        throw new Error(`Could not resolve to an issue or pull request with the number of ${number}.`, {
          cause: 'NOT_FOUND',
        });
      }
      return pullRequestNumbered(repository, number) ?? { __typename: 'Issue', number };
    },
    deployments: (args: PageArguments) => deploymentsNode(repository, args),
    releases: (args: PageArguments) => releasesNode(repository, args),
    object: (args: { readonly expression?: string; readonly oid?: string }) =>
      objectNode(world, repository, args.expression ?? args.oid ?? ''),
  };
}

function pullRequestNumbered(repository: Repository, number: number) {
  const issue = repository.issues.get(number);
  return issue !== undefined && isPullRequest(issue) ? pullRequestNode(issue) : null;
}

function refNode(repository: Repository, qualifiedName: string) {
  const name = qualifiedName.replace(/^refs\/heads\//, '');
  const commit = repository.branches.has(name) ? resolveCommit(repository, name) : null;
  if (commit === null) return null;
  return {
    __typename: 'Ref',
    id: nodeId('REF', `${repository.id}:${name}`),
    name,
    prefix: 'refs/heads/',
    target: () => commitNode(repository, commit),
  };
}
