import type { Account } from '../state/account.ts';
import type { Comment, Issue, Label } from '../state/issue.ts';
import type { JsonObject } from '../state/json.ts';
import type { World } from '../state/world.ts';
import { viewComment, viewIssue } from '../views/view-issue.ts';
import { viewLabel } from '../views/view-label.ts';
import { viewRepository } from '../views/view-repository.ts';
import { envelope } from './envelope.ts';

export function issuePayload(
  world: World,
  issue: Issue,
  sender: Account,
  detail:
    | { readonly action: 'opened' | 'closed' | 'reopened' | 'deleted' }
    | { readonly action: 'opened'; readonly from: Issue }
    | { readonly action: 'transferred'; readonly to: Issue }
    | { readonly action: 'edited'; readonly changes: JsonObject }
    | { readonly action: 'labeled' | 'unlabeled'; readonly label: Label },
): JsonObject {
  return {
    action: detail.action,
    issue: viewIssue(issue),
    ...('changes' in detail ? { changes: detail.changes } : {}),
    ...('to' in detail
      ? { changes: { new_issue: viewIssue(detail.to), new_repository: viewRepository(detail.to.repository) } }
      : {}),
    ...('from' in detail
      ? { changes: { old_issue: viewIssue(detail.from), old_repository: viewRepository(detail.from.repository) } }
      : {}),
    ...('label' in detail ? { label: viewLabel(issue.repository, detail.label) } : {}),
    ...envelope(world, issue.repository, sender),
  };
}

export function issueCommentPayload(
  world: World,
  issue: Issue,
  comment: Comment,
  sender: Account,
  detail: { readonly action: 'created' | 'deleted' } | { readonly action: 'edited'; readonly changes: JsonObject },
): JsonObject {
  return {
    action: detail.action,
    issue: viewIssue(issue),
    comment: viewComment(world, issue, comment),
    ...('changes' in detail ? { changes: detail.changes } : {}),
    ...envelope(world, issue.repository, sender),
  };
}
