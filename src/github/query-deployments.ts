import { z } from 'zod';
import type { Deployment } from '../domain/exposure/deployment.ts';
import { findOutcome } from '../domain/exposure/find-outcome.ts';
import type { Repository } from '../domain/pull-request/repository.ts';
import type { PastPage } from '../ports/github-past.ts';
import type { Api } from './api.ts';
import { RATE_LIMIT_FIELDS, rateLimitNode } from './query-cost.ts';
import { gone } from './query-merged-pull-requests.ts';

const DEPLOYMENTS_QUERY = `
query ($owner: String!, $name: String!, $after: String) {
  ${RATE_LIMIT_FIELDS}
  repository(owner: $owner, name: $name) {
    deployments(first: 100, after: $after, orderBy: { field: CREATED_AT, direction: DESC }) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { databaseId environment commitOid createdAt statuses(first: 30) { nodes { state createdAt } } }
    }
  }
}`;

const answerJson = z.object({
  rateLimit: rateLimitNode,
  repository: z
    .object({
      deployments: z.object({
        totalCount: z.number(),
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
        nodes: z.array(
          z.object({
            databaseId: z.number().nullable(),
            environment: z.string().nullable(),
            commitOid: z.string(),
            createdAt: z.string(),
            statuses: z.object({ nodes: z.array(z.object({ state: z.string(), createdAt: z.string() })) }).nullable(),
          }),
        ),
      }),
    })
    .nullable(),
});

export async function queryDeployments(
  { api }: { readonly api: Api },
  repository: Repository,
  cursor: string | null,
): Promise<PastPage<Deployment>> {
  const { owner, name } = repository;
  const answer = await api.graphql(answerJson, DEPLOYMENTS_QUERY, { owner, name, after: cursor });
  const page = answer.repository?.deployments;
  if (page === undefined) throw gone(repository);
  const items = page.nodes.flatMap((node): readonly Deployment[] => {
    const outcome = findOutcome((node.statuses?.nodes ?? []).map(({ state, createdAt: at }) => ({ state, at })));
    if (node.databaseId === null || outcome === null) return [];
    return [
      {
        repositoryId: repository.id,
        kind: 'deployment',
        id: node.databaseId,
        environment: node.environment ?? '',
        sha: node.commitOid,
        ...outcome,
      },
    ];
  });
  const { hasNextPage, endCursor } = page.pageInfo;
  return { items, next: hasNextPage ? endCursor : null, total: page.totalCount, cost: answer.rateLimit };
}
