import { issuePayload } from '../payloads/issue-payload.ts';
import type { Account } from '../state/account.ts';
import type { Issue } from '../state/issue.ts';
import type { Repository } from '../state/repository.ts';
import { timeOf, type World } from '../state/world.ts';
import { ensureLabel } from './change-labels.ts';

/**
 * Moves an issue to another repository of the same owner: it gets a number there and keeps its words, labels and comments.
 * Its old address redirects. One repository tells that it left, the other one that it was opened.
 */
export function transferIssue(world: World, issue: Issue, to: Repository, sender: Account): Issue {
  if (issue.pull !== null) throw new Error(`#${issue.number} is a pull request: those are never transferred`);
  const { repository: from } = issue;
  if (from.owner !== to.owner) throw new Error(`${from.name} and ${to.name} have different owners`);
  to.lastNumber += 1;
  const moved: Issue = {
    ...issue,
    id: world.ids.next('issue'),
    number: to.lastNumber,
    repository: to,
    updatedAt: timeOf(world),
    labels: issue.labels.map(({ name }) => ensureLabel(world, to, name)),
    comments: issue.comments.map((comment) => ({ ...comment, id: world.ids.next('comment') })),
  };
  to.issues.set(moved.number, moved);
  from.issues.delete(issue.number);
  from.goneIssues.set(issue.number, moved);
  world.emit({
    name: 'issues',
    sender,
    repository: from,
    payload: () => issuePayload(world, issue, sender, { action: 'transferred', to: moved }),
  });
  world.emit({
    name: 'issues',
    sender,
    repository: to,
    payload: () => issuePayload(world, moved, sender, { action: 'opened', from: issue }),
  });
  return moved;
}

export function deleteIssue(world: World, issue: Issue, sender: Account): void {
  issue.repository.issues.delete(issue.number);
  issue.repository.goneIssues.set(issue.number, null);
  world.emit({
    name: 'issues',
    sender,
    repository: issue.repository,
    payload: () => issuePayload(world, issue, sender, { action: 'deleted' }),
  });
}
