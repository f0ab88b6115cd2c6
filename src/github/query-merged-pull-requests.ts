import type { ReviewEvent } from '../domain/exposure/count-review-rounds.ts';
import type { Repository } from '../domain/pull-request/repository.ts';
import { GitHubError } from '../ports/github-error.ts';
import type { MergedPullRequest, PastPage, QueryCost } from '../ports/github-past.ts';
import type { Api } from './api.ts';
import { listChangedFiles } from './list-changed-files.ts';
import { mapInFlight } from './map-in-flight.ts';
import {
  filesIn,
  MERGED_PULL_REQUESTS_QUERY,
  type MergedNode,
  mergedPageAnswer,
  mergeFactsIn,
  MORE_REVIEWS_QUERY,
  moreReviewsAnswer,
  numberedAnswer,
  numberedQuery,
  reviewsIn,
} from './merged-pull-request-query.ts';
import { actorToAuthor, nodeToPullRequest } from './pull-request-query.ts';

const IN_FLIGHT = 4;
/** Nobody is reviewed more often; what seems so goes in circles. */
const MAX_REVIEW_PAGES = 30;

type Deps = { readonly api: Api };

export async function queryMergedPullRequests(
  { api }: Deps,
  repository: Repository,
  page: { readonly cursor: string | null; readonly pageSize: number },
): Promise<PastPage<MergedPullRequest>> {
  const { owner, name } = repository;
  const answer = await api.graphql(mergedPageAnswer, MERGED_PULL_REQUESTS_QUERY, {
    owner,
    name,
    first: page.pageSize,
    after: page.cursor,
  });
  const found = answer.repository?.pullRequests;
  if (found === undefined) throw gone(repository);
  return {
    items: await mapInFlight(IN_FLIGHT, found.nodes, (node) => complete({ api }, repository, node)),
    next: found.pageInfo.hasNextPage ? found.pageInfo.endCursor : null,
    total: found.totalCount,
    cost: answer.rateLimit,
  };
}

export async function queryMergedPullRequestsNumbered(
  { api }: Deps,
  repository: Repository,
  numbers: readonly number[],
): Promise<{ readonly items: readonly MergedPullRequest[]; readonly cost: QueryCost | null }> {
  if (numbers.length === 0) return { items: [], cost: null };
  const { owner, name } = repository;
  const variables = Object.fromEntries(numbers.map((number, index) => [`n${index}`, number]));
  const answer = await api.graphql(numberedAnswer, numberedQuery(numbers), { owner, name, ...variables });
  const nodes = Object.values(answer.repository ?? {}).filter((node) => node?.merged === true);
  const items = await mapInFlight(IN_FLIGHT, nodes, (node) => complete({ api }, repository, node as MergedNode));
  return { items, cost: answer.rateLimit };
}

/** What does not fit into the query is read by itself: long lists, and the old names of renamed files. */
async function complete({ api }: Deps, repository: Repository, node: MergedNode): Promise<MergedPullRequest> {
  const pullRequest = nodeToPullRequest(repository, node);
  const files = filesIn(node) ?? (await listChangedFiles({ api }, repository, pullRequest));
  const reviews: ReviewEvent[] = node.reviews === null ? [] : [...reviewsIn(node.reviews)];
  let { hasNextPage: more, endCursor: after } = node.reviews?.pageInfo ?? { hasNextPage: false, endCursor: null };
  for (let pages = 1; more && pages < MAX_REVIEW_PAGES; pages += 1) {
    const { owner, name } = repository;
    const variables = { owner, name, number: node.number, after };
    const answer = await api.graphql(moreReviewsAnswer, MORE_REVIEWS_QUERY, variables);
    const page = answer.repository?.pullRequest?.reviews;
    if (!page) break;
    reviews.push(...reviewsIn(page));
    ({ hasNextPage: more, endCursor: after } = page.pageInfo);
  }
  const readyAt = node.timelineItems.nodes.at(-1)?.createdAt ?? null;
  const milestone = node.milestone?.title ?? null;
  const mergedBy = node.mergedBy === null ? null : actorToAuthor(node.mergedBy);
  return { pullRequest, files, reviews, readyAt, milestone, mergedBy, merge: mergeFactsIn(node) };
}

export function gone({ owner, name }: Repository): GitHubError {
  return new GitHubError(`GitHub has no repository ${owner}/${name}, or does not show it to this installation`, {
    fault: 'gone',
  });
}
