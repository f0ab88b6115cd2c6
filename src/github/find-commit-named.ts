import { z } from 'zod';
import type { Repository } from '../domain/pull-request/repository.ts';
import type { Api } from './api.ts';

const COMMIT_QUERY = `
query ($owner: String!, $name: String!, $ref: String!) {
  repository(owner: $owner, name: $name) { object(expression: $ref) { __typename oid ... on Tag { target { oid } } } }
}`;

const answerJson = z.object({
  repository: z
    .object({
      object: z
        .object({ __typename: z.string(), oid: z.string(), target: z.object({ oid: z.string() }).optional() })
        .nullable(),
    })
    .nullable(),
});

/** An annotated tag is an object of its own, which names the commit. */
export async function findCommitNamed(
  { api }: { readonly api: Api },
  { owner, name }: Repository,
  ref: string,
): Promise<string | null> {
  const answer = await api.graphql(answerJson, COMMIT_QUERY, { owner, name, ref });
  const object = answer.repository?.object ?? null;
  if (object === null) return null;
  if (object.__typename === 'Tag') return object.target?.oid ?? null;
  return object.__typename === 'Commit' ? object.oid : null;
}
