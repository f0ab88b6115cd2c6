import { editIssue, setIssueState } from '../acts/edit-issue.ts';
import { invalid, notFound } from '../server/github-problem.ts';
import { listReply } from '../server/page.ts';
import { textField } from '../server/read-body.ts';
import { noContent, ok, type Route, type RouteRequest } from '../server/route.ts';
import { compareCommits } from '../state/history.ts';
import { isPullRequest, type PullRequestIssue } from '../state/issue.ts';
import { pullFiles } from '../state/pull-files.ts';
import { viewCommit } from '../views/view-commit.ts';
import { viewFile } from '../views/view-file.ts';
import { viewPullRequest, viewPullRequestSummary } from '../views/view-pull-request.ts';
import { viewReview } from '../views/view-review.ts';
import { pullRequestOf, repositoryOf, senderOf, writableRepositoryOf } from './repository-of.ts';

/** GitHub lists so many files of a pull request, and no more. */
const MOST_FILES = 3_000;
const MOST_COMMITS = 250;

export const pullRequestRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/pulls',
    operationId: 'pulls/list',
    handle: (request) => listReply(request, listPullRequests(request), viewPullRequestSummary),
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/pulls/{pull_number}',
    operationId: 'pulls/get',
    handle: (request) => ok(viewPullRequest(pullRequestOf(request, repositoryOf(request)))),
  },
  {
    method: 'PATCH',
    template: '/repos/{owner}/{repo}/pulls/{pull_number}',
    operationId: 'pulls/update',
    handle: updatePullRequest,
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/pulls/{pull_number}/files',
    operationId: 'pulls/list-files',
    handle: (request) => {
      const issue = pullRequestOf(request, repositoryOf(request));
      const files = pullFiles(issue).slice(0, MOST_FILES);
      return listReply(request, files, (file) => viewFile(issue.repository, issue.pull.head.sha, file));
    },
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/pulls/{pull_number}/commits',
    operationId: 'pulls/list-commits',
    handle: (request) => {
      const { repository, pull } = pullRequestOf(request, repositoryOf(request));
      const { ahead } = compareCommits(repository, pull.base.sha, pull.head.sha);
      return listReply(request, ahead.slice(0, MOST_COMMITS), (commit) => viewCommit(repository, commit));
    },
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/pulls/{pull_number}/reviews',
    operationId: 'pulls/list-reviews',
    handle: (request) => {
      const issue = pullRequestOf(request, repositoryOf(request));
      return listReply(request, issue.pull.reviews, (review) => viewReview(issue, review));
    },
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/pulls/{pull_number}/merge',
    operationId: 'pulls/check-if-merged',
    handle: (request) => {
      if (pullRequestOf(request, repositoryOf(request)).pull.merged === null) throw notFound();
      return noContent();
    },
  },
];

function listPullRequests(request: RouteRequest): readonly PullRequestIssue[] {
  const { query } = request;
  const state = query.get('state') ?? 'open';
  const base = query.get('base');
  const head = query.get('head');
  const key = query.get('sort') === 'updated' ? 'updatedAt' : 'createdAt';
  // GitHub's default: newest first.
  const sign = query.get('direction') === 'asc' ? 1 : -1;
  return [...repositoryOf(request).issues.values()]
    .filter(isPullRequest)
    .filter((issue) => state === 'all' || issue.state === state)
    .filter(({ pull }) => base === null || pull.base.ref === base)
    .filter(({ pull }) => head === null || `${pull.head.owner?.login ?? ''}:${pull.head.ref}` === head)
    .sort((a, b) => sign * (Date.parse(a[key]) - Date.parse(b[key]) || a.number - b.number));
}

function updatePullRequest(request: RouteRequest) {
  const repository = writableRepositoryOf(request);
  const issue = pullRequestOf(request, repository);
  const title = textField(request.body, 'title');
  const body = textField(request.body, 'body');
  const base = textField(request.body, 'base');
  const state = textField(request.body, 'state');
  if (title !== undefined && title.trim() === '') throw invalid('PullRequest', 'title', 'missing_field');
  if (base !== undefined && !repository.branches.has(base)) throw invalid('PullRequest', 'base', 'invalid');
  editIssue(
    request.world,
    issue,
    {
      ...(title === undefined ? {} : { title }),
      ...(body === undefined ? {} : { body }),
      ...(base === undefined ? {} : { base }),
    },
    senderOf(request),
  );
  if (state === 'open' || state === 'closed') setIssueState(request.world, issue, state, senderOf(request));
  return ok(viewPullRequest(issue));
}
