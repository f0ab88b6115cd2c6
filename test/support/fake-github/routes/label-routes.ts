import { addLabels, defineLabel, findLabel, removeLabel, undefineLabel } from '../acts/change-labels.ts';
import { invalid, notFound } from '../server/github-problem.ts';
import { listReply } from '../server/page.ts';
import { isObject, listField, textField } from '../server/read-body.ts';
import { created, noContent, ok, type Route, type RouteRequest } from '../server/route.ts';
import type { Issue, Label } from '../state/issue.ts';
import type { Repository } from '../state/repository.ts';
import { viewLabel } from '../views/view-label.ts';
import { issueOf, repositoryOf, senderOf, writableRepositoryOf } from './repository-of.ts';

/** Labels of a repository, and labels on an issue or pull request. */
export const labelRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/labels',
    operationId: 'issues/list-labels-for-repo',
    handle: (request) => {
      const repository = repositoryOf(request);
      return listReply(request, [...repository.labels.values()], (label) => viewLabel(repository, label));
    },
  },
  {
    method: 'POST',
    template: '/repos/{owner}/{repo}/labels',
    operationId: 'issues/create-label',
    handle: createLabel,
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/labels/{name}',
    operationId: 'issues/get-label',
    handle: (request) => {
      const repository = repositoryOf(request);
      return ok(viewLabel(repository, labelOf(request, repository)));
    },
  },
  {
    method: 'PATCH',
    template: '/repos/{owner}/{repo}/labels/{name}',
    operationId: 'issues/update-label',
    handle: updateLabel,
  },
  {
    method: 'DELETE',
    template: '/repos/{owner}/{repo}/labels/{name}',
    operationId: 'issues/delete-label',
    handle: (request) => {
      const repository = writableRepositoryOf(request);
      undefineLabel(repository, labelOf(request, repository));
      return noContent();
    },
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/issues/{issue_number}/labels',
    operationId: 'issues/list-labels-on-issue',
    handle: (request) => {
      const repository = repositoryOf(request);
      return listReply(request, issueOf(request, repository).labels, (label) => viewLabel(repository, label));
    },
  },
  {
    method: 'POST',
    template: '/repos/{owner}/{repo}/issues/{issue_number}/labels',
    operationId: 'issues/add-labels',
    handle: addIssueLabels,
  },
  {
    method: 'DELETE',
    template: '/repos/{owner}/{repo}/issues/{issue_number}/labels/{name}',
    operationId: 'issues/remove-label',
    handle: (request) => {
      const issue = issueOf(request, writableRepositoryOf(request));
      const removed = removeLabel(request.world, issue, request.params.name ?? '', senderOf(request));
      if (!removed) throw notFound();
      return ok(viewLabels(issue));
    },
  },
];

function createLabel(request: RouteRequest) {
  const repository = writableRepositoryOf(request);
  const name = textField(request.body, 'name') ?? '';
  if (findLabel(repository, name) !== null) throw invalid('Label', 'name', 'already_exists');
  const color = textField(request.body, 'color') ?? 'ededed';
  const description = textField(request.body, 'description') ?? null;
  return created(viewLabel(repository, defineLabel(request.world, repository, { name, color, description })));
}

function updateLabel(request: RouteRequest) {
  const repository = writableRepositoryOf(request);
  const label = labelOf(request, repository);
  const name = textField(request.body, 'new_name');
  if (name !== undefined && name.toLowerCase() !== label.name.toLowerCase()) {
    if (findLabel(repository, name) !== null) throw invalid('Label', 'name', 'already_exists');
    repository.labels.delete(label.name.toLowerCase());
    repository.labels.set(name.toLowerCase(), label);
  }
  label.name = name ?? label.name;
  label.color = textField(request.body, 'color') ?? label.color;
  label.description = textField(request.body, 'description') ?? label.description;
  return ok(viewLabel(repository, label));
}

function addIssueLabels(request: RouteRequest) {
  const issue = issueOf(request, writableRepositoryOf(request));
  const names = (listField(request.body, 'labels') ?? []).flatMap((entry) => {
    if (typeof entry === 'string') return [entry];
    return isObject(entry) ? [textField(entry, 'name') ?? ''] : [];
  });
  const known = new Set(issue.labels.map((label) => label.name.toLowerCase()));
  const fresh = new Set(names.map((name) => name.toLowerCase()).filter((name) => !known.has(name)));
  if (known.size + fresh.size > 100) {
    throw invalid('Issue', 'labels', 'custom', 'Labels has too many labels, 100 at most');
  }
  addLabels(request.world, issue, names, senderOf(request));
  return ok(viewLabels(issue));
}

function labelOf(request: RouteRequest, repository: Repository): Label {
  const label = findLabel(repository, request.params.name ?? '');
  if (label === null) throw notFound();
  return label;
}

function viewLabels(issue: Issue) {
  return issue.labels.map((label) => viewLabel(issue.repository, label));
}
