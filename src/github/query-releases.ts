import { z } from 'zod';
import { type Deployment, PRERELEASE_ENVIRONMENT, RELEASE_ENVIRONMENT } from '../domain/exposure/deployment.ts';
import type { Repository } from '../domain/pull-request/repository.ts';
import type { PastPage } from '../ports/github-past.ts';
import type { Api } from './api.ts';
import { RATE_LIMIT_FIELDS, rateLimitNode } from './query-cost.ts';
import { gone } from './query-merged-pull-requests.ts';

const RELEASES_QUERY = `
query ($owner: String!, $name: String!, $after: String) {
  ${RATE_LIMIT_FIELDS}
  repository(owner: $owner, name: $name) {
    releases(first: 100, after: $after, orderBy: { field: CREATED_AT, direction: DESC }) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { databaseId isDraft isPrerelease publishedAt tagCommit { oid } }
    }
  }
}`;

const answerJson = z.object({
  rateLimit: rateLimitNode,
  repository: z
    .object({
      releases: z.object({
        totalCount: z.number(),
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
        nodes: z.array(
          z.object({
            databaseId: z.number().nullable(),
            isDraft: z.boolean(),
            isPrerelease: z.boolean(),
            publishedAt: z.string().nullable(),
            tagCommit: z.object({ oid: z.string() }).nullable(),
          }),
        ),
      }),
    })
    .nullable(),
});

export async function queryReleases(
  { api }: { readonly api: Api },
  repository: Repository,
  cursor: string | null,
): Promise<PastPage<Deployment>> {
  const { owner, name } = repository;
  const answer = await api.graphql(answerJson, RELEASES_QUERY, { owner, name, after: cursor });
  const page = answer.repository?.releases;
  if (page === undefined) throw gone(repository);
  const items = page.nodes.flatMap(({ databaseId, isDraft, isPrerelease, publishedAt, tagCommit }): Deployment[] => {
    if (isDraft || databaseId === null || publishedAt === null || tagCommit === null) return [];
    return [
      {
        repositoryId: repository.id,
        kind: 'release',
        id: databaseId,
        environment: isPrerelease ? PRERELEASE_ENVIRONMENT : RELEASE_ENVIRONMENT,
        sha: tagCommit.oid,
        state: 'success',
        at: publishedAt,
      },
    ];
  });
  const { hasNextPage, endCursor } = page.pageInfo;
  return { items, next: hasNextPage ? endCursor : null, total: page.totalCount, cost: answer.rateLimit };
}
