import type { Deployment, DeploymentStatus, Release } from '../state/deployment.ts';
import type { JsonObject } from '../state/json.ts';
import type { Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';
import { viewDeployment, viewDeploymentStatus, viewRelease } from '../views/view-deployment.ts';
import { viewReactionCounts } from '../views/view-issue.ts';
import { envelope } from './envelope.ts';

export function deploymentStatusPayload(
  world: World,
  repository: Repository,
  deployment: Deployment,
  status: DeploymentStatus,
): JsonObject {
  return {
    action: 'created',
    deployment_status: viewDeploymentStatus(repository, deployment, status),
    deployment: viewDeployment(repository, deployment),
    check_run: null,
    workflow: null,
    workflow_run: null,
    ...envelope(world, repository, status.creator),
  };
}

export function releasePayload(world: World, repository: Repository, release: Release): JsonObject {
  const view = viewRelease(repository, release);
  return {
    action: 'published',
    release: { ...view, reactions: viewReactionCounts(`${String(view.url)}/reactions`, []) },
    ...envelope(world, repository, release.author),
  };
}
