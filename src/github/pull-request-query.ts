import { z } from 'zod';
import type { Author, PullRequest } from '../domain/pull-request/pull-request.ts';
import type { Repository } from '../domain/pull-request/repository.ts';
import { GHOST } from '../payload/account.ts';

/** An account of any kind, with the number that REST knows it by. */
export const ACTOR_FIELDS =
  '__typename login ... on User { databaseId } ... on Bot { databaseId } ... on Organization { databaseId } ... on Mannequin { databaseId }';

/** What `nodeToPullRequest` reads, but for the merge commit. */
export const PULL_REQUEST_FIELDS = `
        number url title body state isDraft merged mergedAt createdAt updatedAt changedFiles additions deletions
        headRefOid headRefName baseRefOid baseRefName
        headRepository { databaseId }
        labels(first: 100) { nodes { name } }
        author { ${ACTOR_FIELDS} }`;

/**
 * Pull requests in full, a hundred a call: the REST list leaves out `changed_files`, and asking for each costs one
 * call a pull request.
 */
export const PULL_REQUESTS_QUERY = `
query ($owner: String!, $name: String!, $states: [PullRequestState!], $first: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequests(first: $first, after: $after, states: $states, orderBy: { field: CREATED_AT, direction: DESC }) {
      pageInfo { hasNextPage endCursor }
      nodes {${PULL_REQUEST_FIELDS}
        mergeCommit { oid }
      }
    }
  }
}`;

export const actorNode = z
  .object({ __typename: z.string(), login: z.string(), databaseId: z.number().nullish() })
  .nullable();

export const pullRequestNode = z.object({
  number: z.number(),
  url: z.string(),
  title: z.string(),
  body: z.string(),
  state: z.enum(['OPEN', 'CLOSED', 'MERGED']),
  isDraft: z.boolean(),
  merged: z.boolean(),
  mergedAt: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  changedFiles: z.number(),
  additions: z.number(),
  deletions: z.number(),
  headRefOid: z.string(),
  headRefName: z.string(),
  baseRefOid: z.string(),
  baseRefName: z.string(),
  headRepository: z.object({ databaseId: z.number().nullable() }).nullable(),
  mergeCommit: z.object({ oid: z.string() }).nullable(),
  labels: z.object({ nodes: z.array(z.object({ name: z.string() })) }).nullable(),
  author: actorNode,
});

export const pullRequestsAnswer = z.object({
  repository: z
    .object({
      pullRequests: z.object({
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
        nodes: z.array(pullRequestNode),
      }),
    })
    .nullable(),
});

export function nodeToPullRequest(repository: Repository, node: z.output<typeof pullRequestNode>): PullRequest {
  return {
    repository,
    number: node.number,
    url: node.url,
    title: node.title,
    // GraphQL gives an absent body as an empty one.
    body: node.body === '' ? null : node.body,
    state: node.state === 'OPEN' ? 'open' : 'closed',
    draft: node.isDraft,
    merged: node.merged,
    author: actorToAuthor(node.author),
    head: { sha: node.headRefOid, ref: node.headRefName, repositoryId: node.headRepository?.databaseId ?? null },
    base: { sha: node.baseRefOid, ref: node.baseRefName },
    labels: node.labels?.nodes.map(({ name }) => name) ?? [],
    changedFiles: node.changedFiles,
    additions: node.additions,
    deletions: node.deletions,
    createdAt: node.createdAt,
    updatedAt: node.updatedAt,
    mergedAt: node.mergedAt,
    mergeCommitSha: node.mergeCommit?.oid ?? null,
  };
}

/** REST calls a bot `name[bot]`, GraphQL leaves the suffix out; everywhere else in Hiyari it is as in REST. */
export function actorToAuthor(author: z.output<typeof actorNode>): Author {
  if (author === null) return GHOST;
  const id = author.databaseId ?? 0;
  if (author.__typename === 'Bot') {
    return { id, login: author.login.endsWith('[bot]') ? author.login : `${author.login}[bot]`, type: 'bot' };
  }
  const type = author.__typename === 'User' ? 'user' : 'unknown';
  return { id, login: author.login, type: author.__typename === 'Organization' ? 'organization' : type };
}
