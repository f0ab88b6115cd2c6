import { type Issue, isPullRequest } from '../state/issue.ts';
import type { Repository } from '../state/repository.ts';
import { nodeId, repositoryWeb } from '../views/urls.ts';
import { actorNode } from './actor-node.ts';
import { connection, type PageArguments } from './connection.ts';
import { pullRequestNode } from './pull-requests-node.ts';

/** The `Issue` type, with the pull requests whose words close it. */
export function issueNode(repository: Repository, number: number) {
  const closes = new RegExp(`\\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):? #${number}\\b`, 'i');
  return {
    ...factsOf(repository, number),
    closedByPullRequestsReferences: (args: PageArguments & { readonly includeClosedPrs?: boolean }) => {
      const closing = [...repository.issues.values()]
        .filter(isPullRequest)
        .filter(({ body }) => closes.test(body ?? ''))
        .filter(({ state }) => args.includeClosedPrs === true || state === 'open');
      return connection(closing, args, { keyOf: (issue) => issue.number, nodeOf: pullRequestNode });
    },
  };
}

function factsOf(repository: Repository, number: number) {
  const head = { __typename: 'Issue', id: nodeId('I', number), number };
  const issue = repository.issues.get(number);
  if (issue === undefined) return head;
  return {
    ...head,
    title: issue.title,
    body: issue.body ?? '',
    url: `${repositoryWeb(repository)}/issues/${number}`,
    state: issue.state.toUpperCase(),
    createdAt: issue.createdAt,
    updatedAt: issue.updatedAt,
    closedAt: issue.closedAt,
    author: actorNode(issue.user),
    labels: (args: PageArguments) =>
      connection(issue.labels, args, {
        keyOf: ({ id }) => id,
        nodeOf: ({ id, name }) => ({ __typename: 'Label', id: nodeId('L', id), name }),
      }),
  };
}

export interface IssuesArguments extends PageArguments {
  readonly filterBy?: { readonly since?: string | null; readonly labels?: readonly string[] | null } | null;
  readonly orderBy?: { readonly field: string; readonly direction: 'ASC' | 'DESC' } | null;
}

/** `Repository.issues`: no pull requests among them. Labels are one whatever their case, and all are asked for. */
export function issuesNode(repository: Repository, args: IssuesArguments): object {
  const { since, labels } = args.filterBy ?? {};
  const sign = args.orderBy?.direction === 'DESC' ? -1 : 1;
  const key = args.orderBy?.field === 'UPDATED_AT' ? 'updatedAt' : 'createdAt';
  const has = (issue: Issue, wanted: string) =>
    issue.labels.some(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  const found = [...repository.issues.values()]
    .filter((issue) => !isPullRequest(issue))
    .filter((issue) => !since || Date.parse(issue.updatedAt) >= Date.parse(since))
    .filter((issue) => (labels ?? []).every((wanted) => has(issue, wanted)))
    .sort((a, b) => sign * (Date.parse(a[key]) - Date.parse(b[key]) || a.number - b.number));
  return connection(found, args, {
    keyOf: ({ number }) => number,
    nodeOf: ({ number }) => issueNode(repository, number),
  });
}
