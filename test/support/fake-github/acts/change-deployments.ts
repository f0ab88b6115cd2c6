import { deploymentStatusPayload, releasePayload } from '../payloads/deployment-payload.ts';
import type { Account } from '../state/account.ts';
import type { Deployment, DeploymentStatus, Release } from '../state/deployment.ts';
import type { Repository } from '../state/repository.ts';
import { timeOf, type World } from '../state/world.ts';

export function createDeployment(
  world: World,
  repository: Repository,
  spec: { readonly sha: string; readonly ref: string; readonly environment: string; readonly description?: string },
  creator: Account,
): Deployment {
  const now = timeOf(world);
  const deployment: Deployment = {
    id: world.ids.next('deployment'),
    sha: spec.sha,
    ref: spec.ref,
    task: 'deploy',
    environment: spec.environment,
    description: spec.description ?? null,
    creator,
    createdAt: now,
    updatedAt: now,
    statuses: [],
  };
  repository.deployments.set(deployment.id, deployment);
  return deployment;
}

export function addDeploymentStatus(
  world: World,
  repository: Repository,
  deployment: Deployment,
  state: string,
  creator: Account,
): DeploymentStatus {
  const status: DeploymentStatus = {
    id: world.ids.next('deployment-status'),
    state,
    description: '',
    environment: deployment.environment,
    creator,
    createdAt: timeOf(world),
  };
  deployment.statuses.push(status);
  deployment.updatedAt = status.createdAt;
  world.emit({
    name: 'deployment_status',
    sender: creator,
    repository,
    payload: () => deploymentStatusPayload(world, repository, deployment, status),
  });
  return status;
}

export function publishRelease(
  world: World,
  repository: Repository,
  spec: { readonly tag: string; readonly sha: string; readonly name?: string; readonly body?: string },
  author: Account,
): Release {
  const now = timeOf(world);
  const release: Release = {
    id: world.ids.next('release'),
    tag: spec.tag,
    target: repository.defaultBranch,
    name: spec.name ?? spec.tag,
    body: spec.body ?? null,
    draft: false,
    prerelease: false,
    author,
    createdAt: now,
    publishedAt: now,
  };
  repository.tags.set(spec.tag, spec.sha);
  repository.releases.set(release.id, release);
  world.emit({
    name: 'release',
    sender: author,
    repository,
    payload: () => releasePayload(world, repository, release),
  });
  return release;
}
