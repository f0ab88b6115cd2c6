import { addComment, addReaction, deleteComment, editComment } from '../acts/change-comments.ts';
import { forbidden, notFound } from '../server/github-problem.ts';
import { listReply } from '../server/page.ts';
import { textField } from '../server/read-body.ts';
import { created, noContent, ok, type Route, type RouteRequest } from '../server/route.ts';
import type { Comment, Issue } from '../state/issue.ts';
import type { Repository } from '../state/repository.ts';
import { viewComment, viewReaction } from '../views/view-issue.ts';
import { issueOf, repositoryOf, senderOf, writableRepositoryOf } from './repository-of.ts';

/** Comments on issues and pull requests, and reactions to both. */
export const commentRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/issues/{issue_number}/comments',
    operationId: 'issues/list-comments',
    handle: (request) => {
      const issue = issueOf(request, repositoryOf(request));
      const since = Date.parse(request.query.get('since') ?? '1970-01-01T00:00:00Z');
      const comments = issue.comments.filter((comment) => Date.parse(comment.updatedAt) >= since);
      return listReply(request, comments, (comment) => viewComment(request.world, issue, comment));
    },
  },
  {
    method: 'POST',
    template: '/repos/{owner}/{repo}/issues/{issue_number}/comments',
    operationId: 'issues/create-comment',
    handle: (request) => {
      const issue = issueOf(request, writableRepositoryOf(request));
      const body = textField(request.body, 'body') ?? '';
      return created(viewComment(request.world, issue, addComment(request.world, issue, body, senderOf(request))));
    },
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/issues/comments/{comment_id}',
    operationId: 'issues/get-comment',
    handle: (request) => {
      const { issue, comment } = commentOf(request, repositoryOf(request));
      return ok(viewComment(request.world, issue, comment));
    },
  },
  {
    method: 'PATCH',
    template: '/repos/{owner}/{repo}/issues/comments/{comment_id}',
    operationId: 'issues/update-comment',
    handle: (request) => {
      const { issue, comment } = ownCommentOf(request);
      editComment(request.world, issue, comment, textField(request.body, 'body') ?? '', senderOf(request));
      return ok(viewComment(request.world, issue, comment));
    },
  },
  {
    method: 'DELETE',
    template: '/repos/{owner}/{repo}/issues/comments/{comment_id}',
    operationId: 'issues/delete-comment',
    handle: (request) => {
      const { issue, comment } = ownCommentOf(request);
      deleteComment(request.world, issue, comment, senderOf(request));
      return noContent();
    },
  },
  {
    method: 'POST',
    template: '/repos/{owner}/{repo}/issues/comments/{comment_id}/reactions',
    operationId: 'reactions/create-for-issue-comment',
    handle: (request) => react(request, commentOf(request, writableRepositoryOf(request)).comment),
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/issues/comments/{comment_id}/reactions',
    operationId: 'reactions/list-for-issue-comment',
    handle: (request) => listReply(request, commentOf(request, repositoryOf(request)).comment.reactions, viewReaction),
  },
  {
    method: 'POST',
    template: '/repos/{owner}/{repo}/issues/{issue_number}/reactions',
    operationId: 'reactions/create-for-issue',
    handle: (request) => react(request, issueOf(request, writableRepositoryOf(request))),
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/issues/{issue_number}/reactions',
    operationId: 'reactions/list-for-issue',
    handle: (request) => listReply(request, issueOf(request, repositoryOf(request)).reactions, viewReaction),
  },
];

function react(request: RouteRequest, target: Pick<Comment, 'reactions'>) {
  const content = textField(request.body, 'content') ?? '+1';
  const { reaction, isNew } = addReaction(request.world, target, content, senderOf(request));
  return isNew ? created(viewReaction(reaction)) : ok(viewReaction(reaction));
}

function commentOf(
  request: RouteRequest,
  repository: Repository,
): { readonly issue: Issue; readonly comment: Comment } {
  const id = Number(request.params.comment_id);
  for (const issue of repository.issues.values()) {
    const comment = issue.comments.find((candidate) => candidate.id === id);
    if (comment !== undefined) return { issue, comment };
  }
  throw notFound();
}

/** Stricter than GitHub, which lets an App with write access edit anybody's comment: ours never may. */
function ownCommentOf(request: RouteRequest) {
  const found = commentOf(request, writableRepositoryOf(request));
  if (request.actor.kind === 'installation' && found.comment.user.id !== request.world.app.bot.id) throw forbidden();
  return found;
}
