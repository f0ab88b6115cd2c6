import type { PullRequest } from '../domain/pull-request/pull-request.ts';
import type { Repository } from '../domain/pull-request/repository.ts';
import type { Api } from './api.ts';
import { nodeToPullRequest, PULL_REQUESTS_QUERY, pullRequestsAnswer } from './pull-request-query.ts';

/** Newest first, up to `limit`, page after page. */
export async function queryPullRequests(
  { api }: { readonly api: Api },
  repository: Repository,
  filter: { readonly states: readonly ('OPEN' | 'CLOSED' | 'MERGED')[] | null; readonly limit: number },
): Promise<readonly PullRequest[]> {
  const found: PullRequest[] = [];
  let after: string | null = null;
  while (found.length < filter.limit) {
    const answer: typeof pullRequestsAnswer._output = await api.graphql(pullRequestsAnswer, PULL_REQUESTS_QUERY, {
      owner: repository.owner,
      name: repository.name,
      states: filter.states,
      first: Math.min(100, filter.limit - found.length),
      after,
    });
    const page = answer.repository?.pullRequests;
    if (page === undefined) break;
    found.push(...page.nodes.map((node) => nodeToPullRequest(repository, node)));
    if (!page.pageInfo.hasNextPage || page.pageInfo.endCursor === null) break;
    after = page.pageInfo.endCursor;
  }
  return found;
}
