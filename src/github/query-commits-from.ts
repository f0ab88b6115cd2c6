import { z } from 'zod';
import type { PastCommit } from '../domain/exposure/past-commit.ts';
import type { Repository } from '../domain/pull-request/repository.ts';
import type { PastPage } from '../ports/github-past.ts';
import type { Api } from './api.ts';
import { RATE_LIMIT_FIELDS, rateLimitNode } from './query-cost.ts';
import { gone } from './query-merged-pull-requests.ts';

const COMMITS_QUERY = `
query ($owner: String!, $name: String!, $from: String!) {
  ${RATE_LIMIT_FIELDS}
  repository(owner: $owner, name: $name) {
    object(expression: $from) {
      ... on Commit {
        history(first: 100) {
          nodes {
            oid committedDate
            parents(first: 1) { nodes { oid } }
            associatedPullRequests(first: 5) { nodes { number merged baseRefName mergeCommit { oid } } }
          }
        }
      }
    }
  }
}`;

const commits = z.object({
  history: z.object({
    nodes: z.array(
      z.object({
        oid: z.string(),
        committedDate: z.string(),
        parents: z.object({ nodes: z.array(z.object({ oid: z.string() })) }),
        associatedPullRequests: z
          .object({
            nodes: z.array(
              z.object({
                number: z.number(),
                merged: z.boolean(),
                baseRefName: z.string(),
                mergeCommit: z.object({ oid: z.string() }).nullable(),
              }),
            ),
          })
          .nullable(),
      }),
    ),
  }),
});

const answerJson = z.object({
  rateLimit: rateLimitNode,
  repository: z.object({ object: z.union([commits, z.object({}).transform(() => null)]).nullable() }).nullable(),
});

/** There is no cursor: the next page begins at a commit, so that a branch that was rewritten meanwhile does no harm. */
export async function queryCommitsFrom(
  { api }: { readonly api: Api },
  repository: Repository,
  from: string,
): Promise<PastPage<PastCommit>> {
  const { owner, name } = repository;
  const answer = await api.graphql(answerJson, COMMITS_QUERY, { owner, name, from });
  if (answer.repository === null) throw gone(repository);
  const nodes = answer.repository.object?.history.nodes ?? [];
  const items = nodes.map((node) => ({
    sha: node.oid,
    committedAt: node.committedDate,
    firstParent: node.parents.nodes[0]?.oid ?? null,
    pullRequests: (node.associatedPullRequests?.nodes ?? []).map((one) => ({
      number: one.number,
      merged: one.merged,
      baseRef: one.baseRefName,
      mergeCommitSha: one.mergeCommit?.oid ?? null,
    })),
  }));
  return { items, next: null, total: null, cost: answer.rateLimit };
}
