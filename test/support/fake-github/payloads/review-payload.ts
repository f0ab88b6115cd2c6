import type { PullRequestIssue, Review } from '../state/issue.ts';
import type { JsonObject } from '../state/json.ts';
import type { World } from '../state/world.ts';
import { viewPullRequestSummary } from '../views/view-pull-request.ts';
import { viewReview } from '../views/view-review.ts';
import { envelope } from './envelope.ts';

export function reviewPayload(world: World, issue: PullRequestIssue, review: Review): JsonObject {
  return {
    action: 'submitted',
    review: { ...viewReview(issue, review), state: review.state, updated_at: review.submittedAt },
    pull_request: viewPullRequestSummary(issue),
    ...envelope(world, issue.repository, review.user),
  };
}
