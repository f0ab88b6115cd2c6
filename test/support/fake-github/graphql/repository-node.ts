import { resolveCommit } from '../state/history.ts';
import { fullName, type Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';
import { nodeId, repositoryWeb } from '../views/urls.ts';
import { commitNode, objectNode } from './object-node.ts';
import { type PullRequestsArguments, pullRequestsNode } from './pull-requests-node.ts';

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
    object: (args: { readonly expression?: string; readonly oid?: string }) =>
      objectNode(world, repository, args.expression ?? args.oid ?? ''),
  };
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
