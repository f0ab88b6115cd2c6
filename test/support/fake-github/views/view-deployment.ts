import type { Deployment, DeploymentStatus, Release } from '../state/deployment.ts';
import type { JsonObject } from '../state/json.ts';
import type { Repository } from '../state/repository.ts';
import { nodeId, repositoryApi, repositoryWeb } from './urls.ts';
import { viewUser } from './view-user.ts';

export function viewDeployment(repository: Repository, deployment: Deployment): JsonObject {
  const api = `${repositoryApi(repository)}/deployments/${deployment.id}`;
  return {
    url: api,
    id: deployment.id,
    node_id: nodeId('DE', deployment.id),
    sha: deployment.sha,
    ref: deployment.ref,
    task: deployment.task,
    payload: {},
    original_environment: deployment.environment,
    environment: deployment.environment,
    description: deployment.description,
    creator: viewUser(deployment.creator),
    created_at: deployment.createdAt,
    updated_at: deployment.updatedAt,
    statuses_url: `${api}/statuses`,
    repository_url: repositoryApi(repository),
    transient_environment: false,
    production_environment: deployment.environment === 'production',
    performed_via_github_app: null,
  };
}

export function viewDeploymentStatus(
  repository: Repository,
  deployment: Deployment,
  status: DeploymentStatus,
): JsonObject {
  const api = `${repositoryApi(repository)}/deployments/${deployment.id}`;
  return {
    url: `${api}/statuses/${status.id}`,
    id: status.id,
    node_id: nodeId('DES', status.id),
    state: status.state,
    creator: viewUser(status.creator),
    description: status.description,
    environment: status.environment,
    target_url: repositoryWeb(repository),
    created_at: status.createdAt,
    updated_at: status.createdAt,
    deployment_url: api,
    repository_url: repositoryApi(repository),
    performed_via_github_app: null,
  };
}

export function viewRelease(repository: Repository, release: Release): JsonObject {
  const api = `${repositoryApi(repository)}/releases/${release.id}`;
  const web = repositoryWeb(repository);
  return {
    url: api,
    html_url: `${web}/releases/tag/${release.tag}`,
    assets_url: `${api}/assets`,
    upload_url: `https://uploads.github.com/repos/${repository.owner.login}/${repository.name}/releases/${release.id}/assets{?name,label}`,
    tarball_url: `${repositoryApi(repository)}/tarball/${release.tag}`,
    zipball_url: `${repositoryApi(repository)}/zipball/${release.tag}`,
    id: release.id,
    node_id: nodeId('RE', release.id),
    tag_name: release.tag,
    target_commitish: release.target,
    name: release.name,
    body: release.body,
    draft: release.draft,
    prerelease: release.prerelease,
    immutable: false,
    created_at: release.createdAt,
    updated_at: release.createdAt,
    published_at: release.publishedAt,
    author: viewUser(release.author),
    assets: [],
  };
}
