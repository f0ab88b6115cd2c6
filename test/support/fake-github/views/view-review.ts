import type { PullRequestIssue, Review } from '../state/issue.ts';
import type { JsonObject } from '../state/json.ts';
import { associationOf } from './association-of.ts';
import { nodeId, repositoryApi, repositoryWeb } from './urls.ts';
import { viewUser } from './view-user.ts';

/** REST shouts the state (`APPROVED`), webhooks do not. */
export function viewReview(issue: PullRequestIssue, review: Review): JsonObject {
  const web = `${repositoryWeb(issue.repository)}/pull/${issue.number}`;
  const html = `${web}#pullrequestreview-${review.id}`;
  const pull = `${repositoryApi(issue.repository)}/pulls/${issue.number}`;
  return {
    id: review.id,
    node_id: nodeId('PRR', review.id),
    user: viewUser(review.user),
    body: review.body ?? '',
    state: review.state.toUpperCase(),
    html_url: html,
    pull_request_url: pull,
    _links: { html: { href: html }, pull_request: { href: pull } },
    submitted_at: review.submittedAt,
    commit_id: review.commitSha,
    author_association: associationOf(issue.repository, review.user),
  };
}
