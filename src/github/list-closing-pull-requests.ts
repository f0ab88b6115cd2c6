import { z } from 'zod';
import type { Repository } from '../domain/pull-request/repository.ts';
import type { ClosingPullRequest } from '../ports/github-causes.ts';
import type { Api } from './api.ts';
import { orNullWhenGone } from './or-null-when-gone.ts';

const CLOSING_QUERY = `
query ($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) {
    issue(number: $number) {
      closedByPullRequestsReferences(first: 100, includeClosedPrs: true) {
        nodes { number mergeCommit { oid } repository { nameWithOwner } }
      }
    }
  }
}`;

const nodeJson = z.object({
  number: z.number(),
  mergeCommit: z.object({ oid: z.string() }).nullable(),
  repository: z.object({ nameWithOwner: z.string() }),
});

const answerJson = z.object({
  repository: z
    .object({
      issue: z
        .object({
          closedByPullRequestsReferences: z.object({ nodes: z.array(nodeJson.nullable()).nullish() }).nullable(),
        })
        .nullable(),
    })
    .nullable(),
});

/** Those of the same repository: a fix elsewhere says nothing about lines here. */
export async function listClosingPullRequests(
  { api }: { readonly api: Api },
  { owner, name }: Repository,
  number: number,
): Promise<readonly ClosingPullRequest[]> {
  const answer = await orNullWhenGone(api.graphql(answerJson, CLOSING_QUERY, { owner, name, number }));
  const nodes = answer?.repository?.issue?.closedByPullRequestsReferences?.nodes ?? [];
  const own = `${owner}/${name}`.toLowerCase();
  return nodes
    .filter((node) => node !== null && node.repository.nameWithOwner.toLowerCase() === own)
    .flatMap((node) => (node === null ? [] : { number: node.number, mergeCommitSha: node.mergeCommit?.oid ?? null }));
}
