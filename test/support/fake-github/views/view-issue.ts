import type { Comment, Issue, Reaction } from '../state/issue.ts';
import type { JsonObject } from '../state/json.ts';
import type { World } from '../state/world.ts';
import { associationOf } from './association-of.ts';
import { nodeId, repositoryApi, repositoryWeb } from './urls.ts';
import { viewApp } from './view-app.ts';
import { viewLabel } from './view-label.ts';
import { viewUser } from './view-user.ts';

export function viewIssue(issue: Issue): JsonObject {
  const repository = issue.repository;
  const api = `${repositoryApi(repository)}/issues/${issue.number}`;
  const pullPath = `pulls/${issue.number}`;
  const web = `${repositoryWeb(repository)}/${issue.pull === null ? 'issues' : 'pull'}/${issue.number}`;
  return {
    id: issue.id,
    node_id: nodeId('I', issue.id),
    url: api,
    repository_url: repositoryApi(repository),
    labels_url: `${api}/labels{/name}`,
    comments_url: `${api}/comments`,
    events_url: `${api}/events`,
    timeline_url: `${api}/timeline`,
    html_url: web,
    number: issue.number,
    title: issue.title,
    body: issue.body,
    user: viewUser(issue.user),
    labels: issue.labels.map((label) => viewLabel(repository, label)),
    state: issue.state,
    state_reason: issue.state === 'closed' ? 'completed' : null,
    locked: false,
    active_lock_reason: null,
    assignee: null,
    assignees: [],
    milestone: null,
    comments: issue.comments.length,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    author_association: associationOf(repository, issue.user),
    performed_via_github_app: null,
    reactions: viewReactionCounts(`${api}/reactions`, issue.reactions),
    pull_request:
      issue.pull === null
        ? undefined
        : {
            url: `${repositoryApi(repository)}/${pullPath}`,
            html_url: web,
            diff_url: `${web}.diff`,
            patch_url: `${web}.patch`,
            merged_at: issue.pull.merged?.at ?? null,
          },
    draft: issue.pull?.draft,
  };
}

export function viewComment(world: World, issue: Issue, comment: Comment): JsonObject {
  const api = `${repositoryApi(issue.repository)}/issues`;
  const web = `${repositoryWeb(issue.repository)}/${issue.pull === null ? 'issues' : 'pull'}/${issue.number}`;
  return {
    id: comment.id,
    node_id: nodeId('IC', comment.id),
    url: `${api}/comments/${comment.id}`,
    html_url: `${web}#issuecomment-${comment.id}`,
    issue_url: `${api}/${issue.number}`,
    user: viewUser(comment.user),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: associationOf(issue.repository, comment.user),
    body: comment.body,
    performed_via_github_app: comment.byApp ? viewApp(world) : null,
    reactions: viewReactionCounts(`${api}/comments/${comment.id}/reactions`, comment.reactions),
  };
}

const CONTENTS = ['+1', '-1', 'laugh', 'confused', 'heart', 'hooray', 'eyes', 'rocket'] as const;

export function viewReactionCounts(url: string, reactions: readonly Reaction[]): JsonObject {
  const count = (content: string) => reactions.filter((reaction) => reaction.content === content).length;
  return {
    url,
    total_count: reactions.length,
    ...Object.fromEntries(CONTENTS.map((content) => [content, count(content)])),
  };
}

export function viewReaction(reaction: Reaction): JsonObject {
  return {
    id: reaction.id,
    node_id: nodeId('REA', reaction.id),
    user: viewUser(reaction.user),
    content: reaction.content,
    created_at: reaction.createdAt,
  };
}
