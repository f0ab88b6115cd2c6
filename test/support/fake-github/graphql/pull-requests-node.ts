import { compareCommits } from '../state/history.ts';
import { isPullRequest, type PullRequestIssue } from '../state/issue.ts';
import { fullName, type Repository } from '../state/repository.ts';
import { nodeId, repositoryWeb } from '../views/urls.ts';
import { actorNode } from './actor-node.ts';
import { commitNode } from './commit-node.ts';
import { connection, type PageArguments } from './connection.ts';

export interface PullRequestsArguments extends PageArguments {
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
  return connection(all, args, { keyOf: ({ number }) => number, nodeOf: pullRequestNode });
}

/** GitHub's `PatchStatus`, by git's word. */
const CHANGE_TYPES: Readonly<Record<string, string>> = { removed: 'DELETED', unchanged: 'CHANGED' };

export function pullRequestNode(issue: PullRequestIssue) {
  const { repository, pull, user } = issue;
  const counts = () => compareCommits(repository, pull.base.sha, pull.head.sha).files;
  const sum = (key: 'additions' | 'deletions') => counts().reduce((total, file) => total + file[key], 0);
  const commitOf = (sha: string | undefined) => {
    const commit = sha === undefined ? undefined : repository.commits.get(sha);
    return commit === undefined ? null : commitNode(repository, commit);
  };
  return {
    __typename: 'PullRequest',
    id: nodeId('PR', pull.id),
    databaseId: pull.id,
    number: issue.number,
    url: `${repositoryWeb(repository)}/pull/${issue.number}`,
    title: issue.title,
    body: issue.body ?? '',
    state: stateOf(issue),
    isDraft: pull.draft,
    merged: pull.merged !== null,
    mergedAt: pull.merged?.at ?? null,
    mergedBy: pull.merged === null ? null : actorNode(pull.merged.by),
    mergeCommit: () => commitOf(pull.merged?.sha),
    createdAt: issue.createdAt,
    updatedAt: issue.updatedAt,
    closedAt: issue.closedAt,
    changedFiles: () => pull.changedFiles ?? counts().length,
    additions: () => sum('additions'),
    deletions: () => sum('deletions'),
    repository: { __typename: 'Repository', id: nodeId('R', repository.id), nameWithOwner: fullName(repository) },
    headRefOid: pull.head.sha,
    headRefName: pull.head.ref,
    headRepository: pull.head.repository === null ? null : { databaseId: pull.head.repository.id },
    baseRefOid: pull.base.sha,
    baseRefName: pull.base.ref,
    commits: (args: PageArguments) =>
      connection(compareCommits(repository, pull.base.sha, pull.head.sha).ahead, args, {
        keyOf: ({ sha }) => sha,
        nodeOf: ({ sha }) => ({ __typename: 'PullRequestCommit', id: nodeId('PRC', sha), commit: commitOf(sha) }),
      }),
    files: (args: PageArguments) =>
      connection(counts(), args, {
        keyOf: ({ path }) => path,
        nodeOf: ({ path, status, additions, deletions }) => ({
          __typename: 'PullRequestChangedFile',
          path,
          additions,
          deletions,
          changeType: CHANGE_TYPES[status] ?? status.toUpperCase(),
        }),
      }),
    reviews: (args: PageArguments) =>
      connection(pull.reviews, args, {
        keyOf: ({ id }) => id,
        nodeOf: (review) => ({
          __typename: 'PullRequestReview',
          id: nodeId('PRR', review.id),
          state: review.state.toUpperCase(),
          submittedAt: review.submittedAt,
          commit: commitOf(review.commitSha),
          author: actorNode(review.user),
        }),
      }),
    timelineItems: (args: PageArguments) =>
      connection(pull.readyAt ? [pull.readyAt] : [], args, {
        keyOf: (at) => at,
        nodeOf: (createdAt) => ({ __typename: 'ReadyForReviewEvent', id: nodeId('RFRE', createdAt), createdAt }),
      }),
    milestone: pull.milestone === undefined ? null : { __typename: 'Milestone', title: pull.milestone },
    labels: { nodes: issue.labels.map(({ name }) => ({ name })) },
    author: actorNode(user),
  };
}

function stateOf(issue: PullRequestIssue): 'OPEN' | 'CLOSED' | 'MERGED' {
  if (issue.pull.merged !== null) return 'MERGED';
  return issue.state === 'open' ? 'OPEN' : 'CLOSED';
}
