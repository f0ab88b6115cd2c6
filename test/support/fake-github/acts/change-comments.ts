import { issueCommentPayload } from '../payloads/issue-payload.ts';
import type { Account } from '../state/account.ts';
import type { Comment, Issue } from '../state/issue.ts';
import { timeOf, type World } from '../state/world.ts';

export function addComment(world: World, issue: Issue, body: string, user: Account): Comment {
  const now = timeOf(world);
  const comment: Comment = {
    id: world.ids.next('comment'),
    user,
    body,
    createdAt: now,
    updatedAt: now,
    byApp: user.id === world.app.bot.id,
    reactions: [],
  };
  issue.comments.push(comment);
  issue.updatedAt = now;
  world.emit({
    name: 'issue_comment',
    sender: user,
    repository: issue.repository,
    payload: () => issueCommentPayload(world, issue, comment, user, { action: 'created' }),
  });
  return comment;
}

export function editComment(world: World, issue: Issue, comment: Comment, body: string, sender: Account): void {
  const changes = { body: { from: comment.body } };
  comment.body = body;
  comment.updatedAt = timeOf(world);
  world.emit({
    name: 'issue_comment',
    sender,
    repository: issue.repository,
    payload: () => issueCommentPayload(world, issue, comment, sender, { action: 'edited', changes }),
  });
}

export function deleteComment(world: World, issue: Issue, comment: Comment, sender: Account): void {
  issue.comments.splice(issue.comments.indexOf(comment), 1);
  world.emit({
    name: 'issue_comment',
    sender,
    repository: issue.repository,
    payload: () => issueCommentPayload(world, issue, comment, sender, { action: 'deleted' }),
  });
}

/** GitHub keeps one reaction of a kind for each user. */
export function addReaction(
  world: World,
  target: Pick<Comment, 'reactions'>,
  content: string,
  user: Account,
): { readonly reaction: Comment['reactions'][number]; readonly isNew: boolean } {
  const known = target.reactions.find((reaction) => reaction.content === content && reaction.user.id === user.id);
  if (known !== undefined) return { reaction: known, isNew: false };
  const reaction = { id: world.ids.next('reaction'), content, user, createdAt: timeOf(world) };
  target.reactions.push(reaction);
  return { reaction, isNew: true };
}
