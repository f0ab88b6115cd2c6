import { z } from 'zod';
import type { Repository } from '../domain/pull-request/repository.ts';
import type { PastIssue, PastIssues, PastPage } from '../ports/github-past.ts';
import type { Api } from './api.ts';
import { ACTOR_FIELDS, actorNode, actorToAuthor } from './pull-request-query.ts';
import { RATE_LIMIT_FIELDS, rateLimitNode } from './query-cost.ts';
import { gone } from './query-merged-pull-requests.ts';

/** By when they were changed, oldest first: what is changed meanwhile moves to the end and is read there. */
const ISSUES_QUERY = `
query ($owner: String!, $name: String!, $first: Int!, $after: String, $since: DateTime!, $labels: [String!]) {
  ${RATE_LIMIT_FIELDS}
  repository(owner: $owner, name: $name) {
    issues(
      first: $first, after: $after, filterBy: { since: $since, labels: $labels }
      orderBy: { field: UPDATED_AT, direction: ASC }
    ) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        number title body url state createdAt updatedAt closedAt
        labels(first: 100) { nodes { name } }
        author { ${ACTOR_FIELDS} }
      }
    }
  }
}`;

const issueNode = z.object({
  number: z.number(),
  title: z.string(),
  body: z.string(),
  url: z.string(),
  state: z.enum(['OPEN', 'CLOSED']),
  createdAt: z.string(),
  updatedAt: z.string(),
  closedAt: z.string().nullable(),
  labels: z.object({ nodes: z.array(z.object({ name: z.string() })) }).nullable(),
  author: actorNode,
});

const answerJson = z.object({
  rateLimit: rateLimitNode,
  repository: z
    .object({
      issues: z.object({
        totalCount: z.number(),
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
        nodes: z.array(issueNode),
      }),
    })
    .nullable(),
});

export async function queryPastIssues(
  { api }: { readonly api: Api },
  repository: Repository,
  { updatedSince, label, cursor, pageSize }: PastIssues,
): Promise<PastPage<PastIssue>> {
  const { owner, name } = repository;
  const answer = await api.graphql(answerJson, ISSUES_QUERY, {
    owner,
    name,
    first: pageSize,
    after: cursor,
    since: updatedSince,
    labels: label === null ? null : [label],
  });
  const page = answer.repository?.issues;
  if (page === undefined) throw gone(repository);
  const { hasNextPage, endCursor } = page.pageInfo;
  return {
    items: page.nodes.map(toIssue),
    next: hasNextPage ? endCursor : null,
    total: page.totalCount,
    cost: answer.rateLimit,
  };
}

/** The same as REST tells of an issue: GraphQL gives an absent body as an empty one. */
function toIssue({ body, state, labels, author, ...node }: z.output<typeof issueNode>): PastIssue {
  return {
    ...node,
    body: body === '' ? null : body,
    state: state === 'OPEN' ? 'open' : 'closed',
    labels: labels?.nodes.map(({ name }) => name) ?? [],
    author: actorToAuthor(author).login,
  };
}
