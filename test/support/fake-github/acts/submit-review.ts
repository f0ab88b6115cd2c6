import { reviewPayload } from '../payloads/review-payload.ts';
import type { Account } from '../state/account.ts';
import type { PullRequestIssue, Review } from '../state/issue.ts';
import { timeOf, type World } from '../state/world.ts';

export function submitReview(
  world: World,
  issue: PullRequestIssue,
  state: Review['state'],
  body: string | null,
  user: Account,
): Review {
  const review: Review = {
    id: world.ids.next('review'),
    user,
    state,
    body,
    commitSha: issue.pull.head.sha,
    submittedAt: timeOf(world),
  };
  issue.pull.reviews.push(review);
  world.emit({
    name: 'pull_request_review',
    sender: user,
    repository: issue.repository,
    payload: () => reviewPayload(world, issue, review),
  });
  return review;
}
