import { pullRequestPayload } from '../payloads/pull-request-payload.ts';
import type { Account } from '../state/account.ts';
import type { PullRequestIssue } from '../state/issue.ts';
import { timeOf, type World } from '../state/world.ts';

export function setDraft(world: World, issue: PullRequestIssue, draft: boolean, sender: Account): void {
  if (issue.pull.draft === draft) return;
  issue.pull.draft = draft;
  issue.updatedAt = timeOf(world);
  if (!draft) issue.pull.readyAt = issue.updatedAt;
  const action = draft ? 'converted_to_draft' : 'ready_for_review';
  world.emit({
    name: 'pull_request',
    sender,
    repository: issue.repository,
    payload: () => pullRequestPayload(world, issue, sender, { action }),
  });
}
