import { rerequestCheckSuite } from '../acts/change-check-runs.ts';
import { notFound } from '../server/github-problem.ts';
import { wrappedListReply } from '../server/page.ts';
import { created, ok, type Route, type RouteRequest } from '../server/route.ts';
import type { CheckSuite } from '../state/check-run.ts';
import { resolveCommit } from '../state/history.ts';
import type { Repository } from '../state/repository.ts';
import { viewCheckSuite } from '../views/view-check-run.ts';
import { listRuns } from './check-run-routes.ts';
import { repositoryOf, senderOf, writableRepositoryOf } from './repository-of.ts';

export const checkSuiteRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/commits/{ref}/check-suites',
    operationId: 'checks/list-suites-for-ref',
    handle: (request) => {
      const repository = repositoryOf(request);
      const commit = resolveCommit(repository, request.params.ref ?? '');
      if (commit === null) throw notFound();
      const suites = [...repository.checkSuites.values()].filter((suite) => suite.headSha === commit.sha);
      return wrappedListReply(request, suites, 'check_suites', (suite) =>
        viewCheckSuite(request.world, repository, suite),
      );
    },
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/check-suites/{check_suite_id}',
    operationId: 'checks/get-suite',
    handle: (request) => {
      const repository = repositoryOf(request);
      return ok(viewCheckSuite(request.world, repository, suiteOf(request, repository)));
    },
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/check-suites/{check_suite_id}/check-runs',
    operationId: 'checks/list-for-suite',
    handle: (request) => {
      const repository = repositoryOf(request);
      const suite = suiteOf(request, repository);
      const runs = [...repository.checkRuns.values()].filter((run) => run.suite.id === suite.id);
      return listRuns(request, repository, runs);
    },
  },
  {
    method: 'POST',
    template: '/repos/{owner}/{repo}/check-suites/{check_suite_id}/rerequest',
    operationId: 'checks/rerequest-suite',
    handle: (request) => {
      const repository = writableRepositoryOf(request);
      rerequestCheckSuite(request.world, repository, suiteOf(request, repository), senderOf(request));
      return created({});
    },
  },
];

function suiteOf(request: RouteRequest, repository: Repository): CheckSuite {
  const suite = repository.checkSuites.get(Number(request.params.check_suite_id));
  if (suite === undefined) throw notFound();
  return suite;
}
