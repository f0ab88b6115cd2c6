import { z } from 'zod';
import type { Repository } from '../domain/pull-request/repository.ts';
import type { NamedCommit } from '../ports/github-causes.ts';
import type { Api } from './api.ts';
import { orNullWhenGone } from './or-null-when-gone.ts';

const COMMIT_QUERY = `
query ($owner: String!, $name: String!, $id: String!) {
  repository(owner: $owner, name: $name) {
    object(expression: $id) {
      ... on Commit { oid associatedPullRequests(first: 10) { nodes { number merged } } }
    }
  }
}`;

const commitJson = z.object({
  oid: z.string(),
  associatedPullRequests: z
    .object({ nodes: z.array(z.object({ number: z.number(), merged: z.boolean() }).nullable()).nullish() })
    .nullish(),
});

const answerJson = z.object({
  repository: z.object({ object: z.union([commitJson, z.object({})]).nullable() }).nullable(),
});

const ID = /^[0-9a-f]{7,64}$/;

export async function findCommitWithId(
  { api }: { readonly api: Api },
  { owner, name }: Repository,
  id: string,
): Promise<NamedCommit | null> {
  if (!ID.test(id)) return null;
  const answer = await orNullWhenGone(api.graphql(answerJson, COMMIT_QUERY, { owner, name, id }));
  const commit = answer?.repository?.object ?? null;
  // git takes a branch or a tag of that name first, and anybody with push rights can make one.
  if (commit === null || !('oid' in commit) || !commit.oid.startsWith(id)) return null;
  const merged = commit.associatedPullRequests?.nodes?.find((node) => node?.merged === true);
  return { sha: commit.oid, pullRequest: merged?.number ?? null };
}
