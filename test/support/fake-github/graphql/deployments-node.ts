import type { Deployment, DeploymentStatus, Release } from '../state/deployment.ts';
import type { Repository } from '../state/repository.ts';
import { nodeId } from '../views/urls.ts';
import { connection, type PageArguments } from './connection.ts';

/** Newest first, as both are asked for. */
export function deploymentsNode(repository: Repository, args: PageArguments): object {
  const all = [...repository.deployments.values()].reverse();
  return connection(all, args, { keyOf: ({ id }) => id, nodeOf: deploymentNode });
}

function deploymentNode(deployment: Deployment): object {
  const statuses = [...deployment.statuses].reverse();
  return {
    __typename: 'Deployment',
    id: nodeId('DE', deployment.id),
    databaseId: deployment.id,
    environment: deployment.environment,
    commitOid: deployment.sha,
    createdAt: deployment.createdAt,
    statuses: (args: PageArguments) => connection(statuses, args, { keyOf: ({ id }) => id, nodeOf: statusNode }),
  };
}

function statusNode({ id, state, createdAt }: DeploymentStatus): object {
  return { __typename: 'DeploymentStatus', id: nodeId('DES', id), state: state.toUpperCase(), createdAt };
}

export function releasesNode(repository: Repository, args: PageArguments): object {
  const all = [...repository.releases.values()].reverse();
  return connection(all, args, { keyOf: ({ id }) => id, nodeOf: (release) => releaseNode(repository, release) });
}

function releaseNode(repository: Repository, release: Release): object {
  const sha = repository.tags.get(release.tag);
  return {
    __typename: 'Release',
    id: nodeId('RE', release.id),
    databaseId: release.id,
    isDraft: release.draft,
    isPrerelease: release.prerelease,
    publishedAt: release.publishedAt,
    tagName: release.tag,
    tagCommit: sha === undefined ? null : { __typename: 'Commit', oid: sha },
  };
}
