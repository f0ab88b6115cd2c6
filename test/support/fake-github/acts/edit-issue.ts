import { issuePayload } from '../payloads/issue-payload.ts';
import { pullRequestPayload } from '../payloads/pull-request-payload.ts';
import type { Account } from '../state/account.ts';
import { type Issue, isPullRequest } from '../state/issue.ts';
import type { JsonObject } from '../state/json.ts';
import { timeOf, type World } from '../state/world.ts';

export interface IssueEdit {
  readonly title?: string;
  readonly body?: string | null;
  /** Pull requests only. */
  readonly base?: string;
}

/** Edits, bumps `updated_at` and tells what changed; nothing happens when nothing does. */
export function editIssue(world: World, issue: Issue, edit: IssueEdit, sender: Account): void {
  const changes: Record<string, JsonObject> = {};
  if (edit.title !== undefined && edit.title !== issue.title) {
    changes.title = { from: issue.title };
    issue.title = edit.title;
  }
  if (edit.body !== undefined && edit.body !== issue.body) {
    changes.body = { from: issue.body ?? '' };
    issue.body = edit.body;
  }
  if (edit.base !== undefined && issue.pull !== null && edit.base !== issue.pull.base.ref) {
    changes.base = { ref: { from: issue.pull.base.ref }, sha: { from: issue.pull.base.sha } };
    issue.pull.base = { ref: edit.base, sha: issue.repository.branches.get(edit.base) ?? issue.pull.base.sha };
  }
  if (Object.keys(changes).length === 0) return;
  issue.updatedAt = timeOf(world);
  world.emit({
    name: isPullRequest(issue) ? 'pull_request' : 'issues',
    sender,
    repository: issue.repository,
    payload: () =>
      isPullRequest(issue)
        ? pullRequestPayload(world, issue, sender, { action: 'edited', changes })
        : issuePayload(world, issue, sender, { action: 'edited', changes }),
  });
}

export function setIssueState(world: World, issue: Issue, state: 'open' | 'closed', sender: Account): void {
  if (issue.state === state) return;
  issue.state = state;
  issue.updatedAt = timeOf(world);
  issue.closedAt = state === 'closed' ? issue.updatedAt : null;
  const action = state === 'closed' ? 'closed' : 'reopened';
  world.emit({
    name: isPullRequest(issue) ? 'pull_request' : 'issues',
    sender,
    repository: issue.repository,
    payload: () =>
      isPullRequest(issue)
        ? pullRequestPayload(world, issue, sender, { action })
        : issuePayload(world, issue, sender, { action }),
  });
}
