import { type CheckRunChange, createCheckRun, updateCheckRun } from '../acts/change-check-runs.ts';
import { forbidden, GitHubProblem, notFound } from '../server/github-problem.ts';
import { listReply, wrappedListReply } from '../server/page.ts';
import { isObject, listField, objectField, textField } from '../server/read-body.ts';
import { created, ok, type Route, type RouteRequest } from '../server/route.ts';
import type { CheckRun } from '../state/check-run.ts';
import { resolveCommit } from '../state/history.ts';
import type { JsonObject } from '../state/json.ts';
import type { Repository } from '../state/repository.ts';
import { viewCheckRun } from '../views/view-check-run.ts';
import { repositoryOf, senderOf, writableRepositoryOf } from './repository-of.ts';

export const checkRunRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: '/repos/{owner}/{repo}/check-runs',
    operationId: 'checks/create',
    handle: create,
  },
  {
    method: 'PATCH',
    template: '/repos/{owner}/{repo}/check-runs/{check_run_id}',
    operationId: 'checks/update',
    handle: update,
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/check-runs/{check_run_id}',
    operationId: 'checks/get',
    handle: (request) => {
      const repository = repositoryOf(request);
      return ok(viewCheckRun(request.world, repository, runOf(request, repository)));
    },
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/check-runs/{check_run_id}/annotations',
    operationId: 'checks/list-annotations',
    handle: (request) => {
      const run = runOf(request, repositoryOf(request));
      return listReply(request, run.annotations, (annotation) => annotation);
    },
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/commits/{ref}/check-runs',
    operationId: 'checks/list-for-ref',
    handle: (request) => {
      const repository = repositoryOf(request);
      const commit = resolveCommit(repository, request.params.ref ?? '');
      if (commit === null) throw new GitHubProblem(422, `No commit found for SHA: ${request.params.ref ?? ''}`);
      const runs = [...repository.checkRuns.values()].filter((run) => run.headSha === commit.sha);
      return listRuns(request, repository, runs);
    },
  },
];

/** Filters as GitHub has them: `latest` (the default) gives the newest run of each name. */
export function listRuns(request: RouteRequest, repository: Repository, runs: readonly CheckRun[]) {
  const { query } = request;
  const matching = runs
    .filter((run) => isOneOf(query.get('check_name'), run.name))
    .filter((run) => isOneOf(query.get('status'), run.status))
    .filter((run) => isOneOf(query.get('app_id'), String(run.appId)))
    .sort((a, b) => b.id - a.id);
  const latest = matching.filter(
    (run, at) => matching.findIndex((other) => other.name === run.name && other.appId === run.appId) === at,
  );
  const chosen = query.get('filter') === 'all' ? matching : latest;
  return wrappedListReply(request, chosen, 'check_runs', (run) => viewCheckRun(request.world, repository, run));
}

function create(request: RouteRequest) {
  const repository = writableRepositoryOf(request);
  const { world, body, actor } = request;
  if (actor.kind !== 'installation') throw forbidden('You must authenticate via a GitHub App.');
  const headSha = textField(body, 'head_sha') ?? '';
  if (!repository.commits.has(headSha)) throw new GitHubProblem(422, `No commit found for SHA: ${headSha}`);
  const spec = { headSha, name: textField(body, 'name') ?? '', appId: world.app.id };
  const run = createCheckRun(world, repository, spec, changeOf(body), senderOf(request));
  return created(viewCheckRun(world, repository, run));
}

function update(request: RouteRequest) {
  const repository = writableRepositoryOf(request);
  const run = runOf(request, repository);
  if (request.actor.kind !== 'installation' || run.appId !== request.world.app.id) {
    throw forbidden('Invalid app_id `0` - check run can only be modified by the GitHub App that created it.');
  }
  updateCheckRun(request.world, repository, run, changeOf(request.body), senderOf(request));
  return ok(viewCheckRun(request.world, repository, run));
}

function runOf(request: RouteRequest, repository: Repository): CheckRun {
  const run = repository.checkRuns.get(Number(request.params.check_run_id));
  if (run === undefined) throw notFound();
  return run;
}

function changeOf(body: Readonly<Record<string, unknown>>): CheckRunChange {
  const output = objectField(body, 'output');
  const actions = listField(body, 'actions');
  const fields: Record<string, unknown> = {
    name: textField(body, 'name'),
    status: textField(body, 'status'),
    conclusion: textField(body, 'conclusion'),
    externalId: textField(body, 'external_id'),
    detailsUrl: textField(body, 'details_url'),
    startedAt: textField(body, 'started_at'),
    completedAt: textField(body, 'completed_at'),
  };
  return {
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
    ...(output === undefined ? {} : outputOf(output)),
    ...(actions === undefined ? {} : { actions: actions.filter(isObject).map(actionOf) }),
  };
}

function outputOf(output: Readonly<Record<string, unknown>>): CheckRunChange {
  return {
    output: {
      title: textField(output, 'title') ?? null,
      summary: textField(output, 'summary') ?? null,
      text: textField(output, 'text') ?? null,
    },
    annotations: (listField(output, 'annotations') ?? []).filter(isObject).map(annotationOf),
  };
}

function annotationOf(annotation: Readonly<Record<string, unknown>>): JsonObject {
  const number = (key: string) => (typeof annotation[key] === 'number' ? Number(annotation[key]) : null);
  return {
    path: textField(annotation, 'path') ?? '',
    start_line: number('start_line'),
    end_line: number('end_line'),
    start_column: number('start_column'),
    end_column: number('end_column'),
    annotation_level: textField(annotation, 'annotation_level') ?? null,
    title: textField(annotation, 'title') ?? null,
    message: textField(annotation, 'message') ?? null,
    raw_details: textField(annotation, 'raw_details') ?? null,
    blob_href: '',
  };
}

function actionOf(action: Readonly<Record<string, unknown>>) {
  const text = (key: string) => textField(action, key) ?? '';
  return { label: text('label'), description: text('description'), identifier: text('identifier') };
}

/** No filter lets everything pass. */
function isOneOf(filter: string | null, value: string): boolean {
  return filter === null || filter === value;
}
