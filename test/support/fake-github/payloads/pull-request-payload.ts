import type { Account } from '../state/account.ts';
import type { Label, PullRequestIssue } from '../state/issue.ts';
import type { JsonObject } from '../state/json.ts';
import type { World } from '../state/world.ts';
import { viewLabel } from '../views/view-label.ts';
import { viewPullRequest } from '../views/view-pull-request.ts';
import { envelope } from './envelope.ts';

/** What an action adds to the payload. */
export type PullRequestDetail =
  | {
      readonly action: 'opened' | 'reopened' | 'ready_for_review' | 'converted_to_draft' | 'closed' | 'enqueued';
    }
  | { readonly action: 'edited'; readonly changes: JsonObject }
  | { readonly action: 'synchronize'; readonly before: string; readonly after: string }
  | { readonly action: 'labeled' | 'unlabeled'; readonly label: Label }
  | { readonly action: 'dequeued'; readonly reason: string };

export function pullRequestPayload(
  world: World,
  issue: PullRequestIssue,
  sender: Account,
  detail: PullRequestDetail,
): JsonObject {
  const { action } = detail;
  return {
    action,
    number: issue.number,
    pull_request: viewPullRequest(issue),
    ...envelope(world, issue.repository, sender),
    ...(action === 'edited' ? { changes: detail.changes } : {}),
    ...(action === 'synchronize' ? { before: detail.before, after: detail.after } : {}),
    ...(action === 'dequeued' ? { reason: detail.reason } : {}),
    ...(action === 'labeled' || action === 'unlabeled' ? { label: viewLabel(issue.repository, detail.label) } : {}),
  };
}
