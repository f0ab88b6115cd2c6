import { notFound } from '../server/github-problem.ts';
import { listReply, pageOf } from '../server/page.ts';
import { ok, type Route, type RouteRequest } from '../server/route.ts';
import type { Commit } from '../state/git-objects.ts';
import { ancestors, compareCommits, resolveCommit } from '../state/history.ts';
import { isPullRequest, type PullRequestIssue } from '../state/issue.ts';
import type { Repository } from '../state/repository.ts';
import { repositoryApi, repositoryWeb } from '../views/urls.ts';
import { viewCommit, viewCommitWithFiles } from '../views/view-commit.ts';
import { viewFile } from '../views/view-file.ts';
import { viewPullRequestSummary } from '../views/view-pull-request.ts';
import { repositoryOf } from './repository-of.ts';

export const commitRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/commits',
    operationId: 'repos/list-commits',
    handle: listCommits,
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/commits/{ref}',
    operationId: 'repos/get-commit',
    handle: (request) => {
      const repository = repositoryOf(request);
      const size = Number(request.query.get('per_page') ?? 300);
      const from = (Number(request.query.get('page') ?? 1) - 1) * size;
      const commit = commitOf(repository, request.params.ref ?? '');
      return ok(viewCommitWithFiles(repository, commit, { from, to: from + size }));
    },
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/commits/{commit_sha}/pulls',
    operationId: 'repos/list-pull-requests-associated-with-commit',
    handle: (request) => {
      const repository = repositoryOf(request);
      const commit = commitOf(repository, request.params.commit_sha ?? '');
      return listReply(request, pullRequestsWith(repository, commit.sha), viewPullRequestSummary);
    },
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/compare/{basehead+}',
    operationId: 'repos/compare-commits-with-basehead',
    handle: compare,
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/branches/{branch}',
    operationId: 'repos/get-branch',
    handle: (request) => {
      const repository = repositoryOf(request);
      const name = request.params.branch ?? '';
      if (!repository.branches.has(name)) throw notFound();
      const url = `${repositoryApi(repository)}/branches/${name}`;
      return ok({
        name,
        commit: viewCommit(repository, commitOf(repository, name)),
        _links: { html: `${repositoryWeb(repository)}/tree/${name}`, self: url },
        protected: false,
        protection: { enabled: false },
        protection_url: `${url}/protection`,
      });
    },
  },
];

function listCommits(request: RouteRequest) {
  const repository = repositoryOf(request);
  const { query } = request;
  const start = commitOf(repository, query.get('sha') ?? repository.defaultBranch);
  const path = query.get('path');
  const since = Date.parse(query.get('since') ?? '') || Number.NEGATIVE_INFINITY;
  const until = Date.parse(query.get('until') ?? '') || Number.POSITIVE_INFINITY;
  const commits = ancestors(repository, start.sha).filter(({ date, files }) => {
    const at = Date.parse(date);
    const touches = path === null || files.some((file) => file.path === path || file.path.startsWith(`${path}/`));
    return at >= since && at <= until && touches;
  });
  return listReply(request, commits, (commit) => viewCommit(repository, commit));
}

/** Commits are paged, 250 at most; files (300 at most) only come on the first page. */
function compare(request: RouteRequest) {
  const repository = repositoryOf(request);
  const [from = '', to = ''] = (request.params.basehead ?? '').split('...');
  const base = commitOf(repository, from);
  const head = commitOf(repository, withoutOwner(to));
  const { mergeBase, ahead, behindBy, files } = compareCommits(repository, base.sha, head.sha);
  if (mergeBase === null) throw notFound();
  const paged = request.query.has('page') || request.query.has('per_page');
  const { items, headers } = paged ? pageOf(request, ahead) : { items: ahead.slice(-250), headers: {} };
  const first = Number(request.query.get('page') ?? 1) === 1;
  const url = `${repositoryApi(repository)}/compare/${base.sha}...${head.sha}`;
  const html = `${repositoryWeb(repository)}/compare/${base.sha}...${head.sha}`;
  return {
    status: 200,
    headers,
    body: {
      url,
      html_url: html,
      permalink_url: html,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      base_commit: viewCommit(repository, base),
      merge_base_commit: viewCommit(repository, mergeBase),
      status: statusOf(ahead.length, behindBy),
      ahead_by: ahead.length,
      behind_by: behindBy,
      total_commits: ahead.length,
      commits: items.map((commit) => viewCommit(repository, commit)),
      files: first ? files.slice(0, 300).map((file) => viewFile(repository, head.sha, file)) : [],
    },
  };
}

function statusOf(ahead: number, behind: number): string {
  if (ahead === 0) return behind === 0 ? 'identical' : 'behind';
  return behind === 0 ? 'ahead' : 'diverged';
}

function withoutOwner(ref: string): string {
  return ref.slice(ref.indexOf(':') + 1);
}

/** Pull requests that merged a commit; and open ones whose head holds it. */
function pullRequestsWith(repository: Repository, sha: string): readonly PullRequestIssue[] {
  return [...repository.issues.values()].filter(isPullRequest).filter(({ pull }) => {
    if (pull.merged?.sha === sha) return true;
    return compareCommits(repository, pull.base.sha, pull.head.sha).ahead.some((commit) => commit.sha === sha);
  });
}

function commitOf(repository: Repository, ref: string): Commit {
  const commit = resolveCommit(repository, ref);
  if (commit === null) throw notFound();
  return commit;
}
