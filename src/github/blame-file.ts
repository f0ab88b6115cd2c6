import { z } from 'zod';
import type { Repository } from '../domain/pull-request/repository.ts';
import type { BlamedRange } from '../ports/github-causes.ts';
import type { Api } from './api.ts';
import { orNullWhenGone } from './or-null-when-gone.ts';

const BLAME_QUERY = `
query ($owner: String!, $name: String!, $sha: String!, $path: String!) {
  repository(owner: $owner, name: $name) {
    object(expression: $sha) {
      ... on Commit {
        blame(path: $path) {
          ranges {
            startingLine
            endingLine
            commit { oid associatedPullRequests(first: 10) { nodes { number merged } } }
          }
        }
      }
    }
  }
}`;

const rangeJson = z.object({
  startingLine: z.number(),
  endingLine: z.number(),
  commit: z.object({
    oid: z.string(),
    associatedPullRequests: z
      .object({ nodes: z.array(z.object({ number: z.number(), merged: z.boolean() }).nullable()).nullish() })
      .nullish(),
  }),
});

const answerJson = z.object({
  repository: z
    .object({
      object: z.union([z.object({ blame: z.object({ ranges: z.array(rangeJson) }) }), z.object({})]).nullable(),
    })
    .nullable(),
});

/** One query a file. The path travels as a variable: it is a person's text. */
export async function blameFile(
  { api }: { readonly api: Api },
  { owner, name }: Repository,
  sha: string,
  path: string,
): Promise<readonly BlamedRange[] | null> {
  const answer = await orNullWhenGone(api.graphql(answerJson, BLAME_QUERY, { owner, name, sha, path }));
  const commit = answer?.repository?.object ?? null;
  if (commit === null || !('blame' in commit)) return null;
  return commit.blame.ranges.map(({ startingLine, endingLine, commit: { oid, associatedPullRequests } }) => ({
    from: startingLine,
    to: endingLine,
    sha: oid,
    pullRequest: associatedPullRequests?.nodes?.find((node) => node?.merged === true)?.number ?? null,
  }));
}
