import type { Commit } from '../state/git-objects.ts';
import { walkHistory } from '../state/history.ts';
import { isPullRequest, type PullRequestIssue } from '../state/issue.ts';
import type { Repository } from '../state/repository.ts';
import { repositoryWeb, nodeId } from '../views/urls.ts';
import { blameNode } from './blame-node.ts';
import { connection, type PageArguments } from './connection.ts';

type HistoryArguments = PageArguments & { readonly path?: string | null; readonly since?: string | null };

export function commitNode(repository: Repository, commit: Commit, landed = () => pullRequestsByCommit(repository)) {
  const path = `${repositoryWeb(repository)}/commit/${commit.sha}`;
  const parents = commit.parents.flatMap((sha) => repository.commits.get(sha) ?? []);
  const nodeOf = (one: Commit) => commitNode(repository, one, landed);
  return {
    __typename: 'Commit',
    id: nodeId('C', commit.sha),
    oid: commit.sha,
    abbreviatedOid: commit.sha.slice(0, 7),
    commitUrl: path,
    commitResourcePath: path,
    message: commit.message,
    messageHeadline: commit.message.split('\n')[0] ?? '',
    committedDate: commit.date,
    authoredDate: commit.authoredAt ?? commit.date,
    parents: (args: PageArguments) => connection(parents, args, { keyOf: ({ sha }) => sha, nodeOf }),
    history: (args: HistoryArguments) => {
      let index: ReadonlyMap<string, readonly PullRequestIssue[]> | null = null;
      const shared = () => (index ??= pullRequestsByCommit(repository));
      return historyNode(repository, commit, args, (one) => commitNode(repository, one, shared));
    },
    blame: ({ path: file }: { readonly path: string }) => blameNode(repository, commit, file, nodeOf),
    associatedPullRequests: (args: PageArguments) =>
      connection(landed().get(commit.sha) ?? [], args, { keyOf: ({ number }) => number, nodeOf: associatedNode }),
  };
}

/** A page, and one more to know whether there is a next. */
function historyNode(
  repository: Repository,
  start: Commit,
  args: HistoryArguments,
  nodeOf: (commit: Commit) => object,
): object {
  const { path, since } = args;
  const found: Commit[] = [];
  for (const commit of walkHistory(repository, start.sha)) {
    if (since && Date.parse(commit.date) < Date.parse(since)) continue;
    const touches = !path || commit.files.some((file) => file.path === path || file.path.startsWith(`${path}/`));
    const renamed = path && commit.files.some(({ previousPath }) => previousPath === path);
    if (touches || renamed) found.push(commit);
    if (!args.after && found.length > (args.first ?? 0)) break;
  }
  return connection(found, args, { keyOf: ({ sha }) => sha, nodeOf });
}

function associatedNode({ number, pull }: PullRequestIssue): object {
  return {
    __typename: 'PullRequest',
    number,
    merged: pull.merged !== null,
    baseRefName: pull.base.ref,
    mergeCommit: pull.merged === null ? null : { __typename: 'Commit', oid: pull.merged.sha },
  };
}

/** What each commit came with: also the copies that a rebase makes, and a head that is merged as it is. */
function pullRequestsByCommit(repository: Repository): ReadonlyMap<string, readonly PullRequestIssue[]> {
  const index = new Map<string, PullRequestIssue[]>();
  for (const issue of repository.issues.values()) {
    if (!isPullRequest(issue)) continue;
    const { merged, landed, head } = issue.pull;
    for (const sha of new Set([...(landed ?? []), head.sha, ...(merged === null ? [] : [merged.sha])])) {
      index.set(sha, [...(index.get(sha) ?? []), issue]);
    }
  }
  return index;
}
