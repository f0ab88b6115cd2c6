import { editIssue, setIssueState } from '../acts/edit-issue.ts';
import { openIssue } from '../acts/open-issue.ts';
import { invalid } from '../server/github-problem.ts';
import { listReply } from '../server/page.ts';
import { isObject, listField, textField } from '../server/read-body.ts';
import { created, ok, type Route, type RouteRequest } from '../server/route.ts';
import type { Issue } from '../state/issue.ts';
import { viewIssue } from '../views/view-issue.ts';
import { issueOf, repositoryOf, senderOf, writableRepositoryOf } from './repository-of.ts';

export const issueRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/issues',
    operationId: 'issues/list-for-repo',
    handle: (request) => listReply(request, listIssues(request), viewIssue),
  },
  {
    method: 'POST',
    template: '/repos/{owner}/{repo}/issues',
    operationId: 'issues/create',
    handle: (request) => {
      const repository = writableRepositoryOf(request);
      const { world, body } = request;
      const spec = {
        title: textField(body, 'title') ?? '',
        body: textField(body, 'body') ?? null,
        user: senderOf(request),
        labels: labelNames(body),
      };
      if (spec.title.trim() === '') throw invalid('Issue', 'title', 'missing_field');
      return created(viewIssue(openIssue(world, repository, spec)));
    },
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/issues/{issue_number}',
    operationId: 'issues/get',
    handle: (request) => ok(viewIssue(issueOf(request, repositoryOf(request)))),
  },
  {
    method: 'PATCH',
    template: '/repos/{owner}/{repo}/issues/{issue_number}',
    operationId: 'issues/update',
    handle: (request) => {
      const issue = issueOf(request, writableRepositoryOf(request));
      const title = textField(request.body, 'title');
      const body = textField(request.body, 'body');
      const state = textField(request.body, 'state');
      const edit = { ...(title === undefined ? {} : { title }), ...(body === undefined ? {} : { body }) };
      editIssue(request.world, issue, edit, senderOf(request));
      if (state === 'open' || state === 'closed') setIssueState(request.world, issue, state, senderOf(request));
      return ok(viewIssue(issue));
    },
  },
];

/** GitHub lists pull requests among the issues. */
function listIssues(request: RouteRequest): readonly Issue[] {
  const { query } = request;
  const state = query.get('state') ?? 'open';
  const wanted = (query.get('labels') ?? '').split(',').filter((name) => name !== '');
  const since = Date.parse(query.get('since') ?? '') || 0;
  const key = query.get('sort') === 'updated' ? 'updatedAt' : 'createdAt';
  const sign = query.get('direction') === 'asc' ? 1 : -1;
  return [...repositoryOf(request).issues.values()]
    .filter((issue) => state === 'all' || issue.state === state)
    .filter((issue) => Date.parse(issue.updatedAt) >= since)
    .filter((issue) => wanted.every((name) => hasLabel(issue, name)))
    .sort((a, b) => sign * (Date.parse(a[key]) - Date.parse(b[key]) || a.number - b.number));
}

function hasLabel(issue: Issue, name: string): boolean {
  return issue.labels.some((label) => label.name.toLowerCase() === name.toLowerCase());
}

function labelNames(body: Readonly<Record<string, unknown>>): readonly string[] {
  return (listField(body, 'labels') ?? []).flatMap((entry) =>
    typeof entry === 'string' ? [entry] : isObject(entry) ? [textField(entry, 'name') ?? ''] : [],
  );
}
