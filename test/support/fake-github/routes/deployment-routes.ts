import { addDeploymentStatus, createDeployment } from '../acts/change-deployments.ts';
import { GitHubProblem, notFound } from '../server/github-problem.ts';
import { listReply } from '../server/page.ts';
import { textField } from '../server/read-body.ts';
import { created, ok, type Route, type RouteRequest } from '../server/route.ts';
import type { Deployment } from '../state/deployment.ts';
import { resolveCommit } from '../state/history.ts';
import type { Repository } from '../state/repository.ts';
import { viewDeployment, viewDeploymentStatus } from '../views/view-deployment.ts';
import { repositoryOf, senderOf, writableRepositoryOf } from './repository-of.ts';

export const deploymentRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/deployments',
    operationId: 'repos/list-deployments',
    handle: (request) => {
      const repository = repositoryOf(request);
      const { query } = request;
      const found = [...repository.deployments.values()]
        .filter((deployment) => matches(query.get('environment'), deployment.environment))
        .filter((deployment) => matches(query.get('sha'), deployment.sha))
        .filter((deployment) => matches(query.get('ref'), deployment.ref))
        .filter((deployment) => matches(query.get('task'), deployment.task))
        .sort((a, b) => b.id - a.id);
      return listReply(request, found, (deployment) => viewDeployment(repository, deployment));
    },
  },
  {
    method: 'POST',
    template: '/repos/{owner}/{repo}/deployments',
    operationId: 'repos/create-deployment',
    handle: create,
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/deployments/{deployment_id}',
    operationId: 'repos/get-deployment',
    handle: (request) => {
      const repository = repositoryOf(request);
      return ok(viewDeployment(repository, deploymentOf(request, repository)));
    },
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/deployments/{deployment_id}/statuses',
    operationId: 'repos/list-deployment-statuses',
    handle: (request) => {
      const repository = repositoryOf(request);
      const deployment = deploymentOf(request, repository);
      const newestFirst = deployment.statuses.toReversed();
      return listReply(request, newestFirst, (status) => viewDeploymentStatus(repository, deployment, status));
    },
  },
  {
    method: 'POST',
    template: '/repos/{owner}/{repo}/deployments/{deployment_id}/statuses',
    operationId: 'repos/create-deployment-status',
    handle: (request) => {
      const repository = writableRepositoryOf(request);
      const deployment = deploymentOf(request, repository);
      const state = textField(request.body, 'state') ?? '';
      const status = addDeploymentStatus(request.world, repository, deployment, state, senderOf(request));
      return created(viewDeploymentStatus(repository, deployment, status));
    },
  },
];

function create(request: RouteRequest) {
  const repository = writableRepositoryOf(request);
  const ref = textField(request.body, 'ref') ?? '';
  const commit = resolveCommit(repository, ref);
  if (commit === null) throw new GitHubProblem(422, `No ref found for: ${ref}`);
  const environment = textField(request.body, 'environment') ?? 'production';
  const spec = { sha: commit.sha, ref, environment };
  return created(viewDeployment(repository, createDeployment(request.world, repository, spec, senderOf(request))));
}

function deploymentOf(request: RouteRequest, repository: Repository): Deployment {
  const deployment = repository.deployments.get(Number(request.params.deployment_id));
  if (deployment === undefined) throw notFound();
  return deployment;
}

/** GitHub takes `none` and no filter at all for the same. */
function matches(filter: string | null, value: string): boolean {
  return filter === null || filter === 'none' || filter === value;
}
