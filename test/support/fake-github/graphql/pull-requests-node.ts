import { compareCommits } from '../state/history.ts';
import { isPullRequest, type PullRequestIssue } from '../state/issue.ts';
import type { Repository } from '../state/repository.ts';
import { nodeId } from '../views/urls.ts';

export interface PullRequestsArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly states?: readonly ('OPEN' | 'CLOSED' | 'MERGED')[] | null;
  readonly orderBy?: { readonly field: string; readonly direction: 'ASC' | 'DESC' } | null;
}

/** `Repository.pullRequests`: a connection whose cursors are numbers of pull requests. */
export function pullRequestsNode(repository: Repository, args: PullRequestsArguments) {
  const sign = args.orderBy?.direction === 'DESC' ? -1 : 1;
  const all = [...repository.issues.values()]
    .filter(isPullRequest)
    .filter((issue) => !args.states || args.states.includes(stateOf(issue)))
    .sort((a, b) => sign * (a.number - b.number));
  const from = args.after ? all.findIndex(({ number }) => cursorOf(number) === args.after) + 1 : 0;
  const page = all.slice(from, from + (args.first ?? 100));
  const last = page.at(-1);
  return {
    totalCount: all.length,
    pageInfo: {
      hasNextPage: from + page.length < all.length,
      hasPreviousPage: from > 0,
      endCursor: last === undefined ? null : cursorOf(last.number),
    },
    nodes: page.map(pullRequestNode),
  };
}

function pullRequestNode(issue: PullRequestIssue) {
  const { repository, pull, user } = issue;
  const counts = () => compareCommits(repository, pull.base.sha, pull.head.sha).files;
  const sum = (key: 'additions' | 'deletions') => counts().reduce((total, file) => total + file[key], 0);
  return {
    __typename: 'PullRequest',
    id: nodeId('PR', pull.id),
    databaseId: pull.id,
    number: issue.number,
    title: issue.title,
    body: issue.body ?? '',
    state: stateOf(issue),
    isDraft: pull.draft,
    merged: pull.merged !== null,
    mergedAt: pull.merged?.at ?? null,
    mergeCommit: pull.merged === null ? null : { __typename: 'Commit', oid: pull.merged.sha },
    createdAt: issue.createdAt,
    updatedAt: issue.updatedAt,
    closedAt: issue.closedAt,
    changedFiles: () => pull.changedFiles ?? counts().length,
    additions: () => sum('additions'),
    deletions: () => sum('deletions'),
    headRefOid: pull.head.sha,
    headRefName: pull.head.ref,
    headRepository: pull.head.repository === null ? null : { databaseId: pull.head.repository.id },
    baseRefOid: pull.base.sha,
    baseRefName: pull.base.ref,
    labels: { nodes: issue.labels.map(({ name }) => ({ name })) },
    // GraphQL names a bot without the suffix that REST gives it.
    author: { __typename: user.type, login: user.login.replace(/\[bot\]$/, ''), databaseId: user.id },
  };
}

function stateOf(issue: PullRequestIssue): 'OPEN' | 'CLOSED' | 'MERGED' {
  if (issue.pull.merged !== null) return 'MERGED';
  return issue.state === 'open' ? 'OPEN' : 'CLOSED';
}

function cursorOf(number: number): string {
  return Buffer.from(`cursor:${number}`).toString('base64');
}
