import { compareCommits } from '../state/history.ts';
import type { PullRequestIssue } from '../state/issue.ts';
import type { JsonObject } from '../state/json.ts';
import type { Repository } from '../state/repository.ts';
import { associationOf } from './association-of.ts';
import { nodeId, repositoryApi, repositoryWeb } from './urls.ts';
import { viewLabel } from './view-label.ts';
import { viewRepository } from './view-repository.ts';
import { viewUser } from './view-user.ts';

/** As lists give it: without counts of files and lines. */
export function viewPullRequestSummary(issue: PullRequestIssue): JsonObject {
  const { repository, pull } = issue;
  const api = `${repositoryApi(repository)}/pulls/${issue.number}`;
  const issueApi = `${repositoryApi(repository)}/issues/${issue.number}`;
  const web = `${repositoryWeb(repository)}/pull/${issue.number}`;
  const statuses = `${repositoryApi(repository)}/statuses/${pull.head.sha}`;
  const link = (href: string) => ({ href });
  return {
    url: api,
    id: pull.id,
    node_id: nodeId('PR', pull.id),
    html_url: web,
    diff_url: `${web}.diff`,
    patch_url: `${web}.patch`,
    issue_url: issueApi,
    number: issue.number,
    state: issue.state,
    locked: false,
    title: issue.title,
    user: viewUser(issue.user),
    body: issue.body,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    merged_at: pull.merged?.at ?? null,
    merge_commit_sha: pull.merged?.sha ?? null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    labels: issue.labels.map((label) => viewLabel(repository, label)),
    milestone: null,
    draft: pull.draft,
    commits_url: `${api}/commits`,
    review_comments_url: `${api}/comments`,
    review_comment_url: `${repositoryApi(repository)}/pulls/comments{/number}`,
    comments_url: `${issueApi}/comments`,
    statuses_url: statuses,
    head: viewHead(issue),
    base: viewEnd(repository.owner.login, pull.base.ref, pull.base.sha, repository),
    _links: {
      self: link(api),
      html: link(web),
      issue: link(issueApi),
      comments: link(`${issueApi}/comments`),
      review_comments: link(`${api}/comments`),
      review_comment: link(`${repositoryApi(repository)}/pulls/comments{/number}`),
      commits: link(`${api}/commits`),
      statuses: link(statuses),
    },
    author_association: associationOf(repository, issue.user),
    auto_merge: null,
    active_lock_reason: null,
  };
}

export function viewPullRequest(issue: PullRequestIssue): JsonObject {
  const { pull } = issue;
  const { files, ahead } = compareCommits(issue.repository, pull.base.sha, pull.head.sha);
  const sum = (key: 'additions' | 'deletions') => files.reduce((total, file) => total + file[key], 0);
  return {
    ...viewPullRequestSummary(issue),
    merged: pull.merged !== null,
    mergeable: pull.merged === null ? true : null,
    rebaseable: pull.merged === null ? true : null,
    mergeable_state: pull.draft ? 'draft' : 'clean',
    merged_by: pull.merged === null ? null : viewUser(pull.merged.by),
    comments: issue.comments.length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: ahead.length,
    additions: sum('additions'),
    deletions: sum('deletions'),
    changed_files: pull.changedFiles ?? files.length,
  };
}

/** The head of a deleted fork keeps its branch and commit, and has neither repository nor, at times, user. */
function viewHead(issue: PullRequestIssue): JsonObject {
  const { head } = issue.pull;
  if (head.repository !== null) return viewEnd(head.repository.owner.login, head.ref, head.sha, head.repository);
  const owner = head.owner;
  return {
    label: `${owner?.login ?? 'unknown'}:${head.ref}`,
    ref: head.ref,
    sha: head.sha,
    user: owner === null ? null : viewUser(owner),
    repo: null,
  };
}

function viewEnd(owner: string, ref: string, sha: string, repository: Repository): JsonObject {
  return { label: `${owner}:${ref}`, ref, sha, user: viewUser(repository.owner), repo: viewRepository(repository) };
}
