import { z } from 'zod';
import type { FILE_STATUSES, ChangedFiles } from '../domain/pull-request/changed-files.ts';
import type { ReviewEvent } from '../domain/exposure/count-review-rounds.ts';
import { GHOST } from '../payload/account.ts';
import { ACTOR_FIELDS, actorNode, actorToAuthor, PULL_REQUEST_FIELDS, pullRequestNode } from './pull-request-query.ts';
import { RATE_LIMIT_FIELDS, rateLimitNode } from './query-cost.ts';

const COMMIT_FIELDS = 'oid message authoredDate committedDate';
export const REVIEW_FIELDS = `pageInfo { hasNextPage endCursor } nodes { state submittedAt commit { oid } author { ${ACTOR_FIELDS} } }`;

/** Five connections a pull request, so that a page of fifty costs three points and fits GitHub's ten seconds. */
const MERGED_FIELDS = `${PULL_REQUEST_FIELDS}
        milestone { title }
        mergedBy { ${ACTOR_FIELDS} }
        mergeCommit { ${COMMIT_FIELDS} parents(first: 1) { totalCount } }
        commits(last: 1) { totalCount nodes { commit { ${COMMIT_FIELDS} } } }
        files(first: 100) { pageInfo { hasNextPage } nodes { path additions deletions changeType } }
        reviews(first: 100) { ${REVIEW_FIELDS} }
        timelineItems(itemTypes: [READY_FOR_REVIEW_EVENT], last: 1) { nodes { ... on ReadyForReviewEvent { createdAt } } }`;

export const MERGED_PULL_REQUESTS_QUERY = `
query ($owner: String!, $name: String!, $first: Int!, $after: String) {
  ${RATE_LIMIT_FIELDS}
  repository(owner: $owner, name: $name) {
    pullRequests(first: $first, after: $after, states: [MERGED], orderBy: { field: CREATED_AT, direction: DESC }) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {${MERGED_FIELDS}
      }
    }
  }
}`;

/** By number: `p0` … */
export function numberedQuery(numbers: readonly number[]): string {
  return `
query ($owner: String!, $name: String!, ${numbers.map((_, index) => `$n${index}: Int!`).join(', ')}) {
  ${RATE_LIMIT_FIELDS}
  repository(owner: $owner, name: $name) {
${numbers.map((_, index) => `    p${index}: issueOrPullRequest(number: $n${index}) { ...merged }`).join('\n')}
  }
}
fragment merged on PullRequest {${MERGED_FIELDS}
}`;
}

export const MORE_REVIEWS_QUERY = `
query ($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) { reviews(first: 100, after: $after) { ${REVIEW_FIELDS} } }
  }
}`;

const commitNode = z.object({
  oid: z.string(),
  message: z.string(),
  authoredDate: z.string(),
  committedDate: z.string(),
});

const reviewsNode = z.object({
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  nodes: z.array(
    z.object({
      state: z.string(),
      submittedAt: z.string().nullable(),
      commit: z.object({ oid: z.string() }).nullable(),
      author: actorNode,
    }),
  ),
});

const CHANGE_TYPES = {
  ADDED: 'added',
  CHANGED: 'changed',
  COPIED: 'copied',
  DELETED: 'removed',
  MODIFIED: 'modified',
  RENAMED: 'renamed',
} as const satisfies Record<string, (typeof FILE_STATUSES)[number]>;

export const mergedNode = pullRequestNode.extend({
  milestone: z.object({ title: z.string() }).nullable(),
  mergeCommit: commitNode.extend({ parents: z.object({ totalCount: z.number() }) }).nullable(),
  commits: z.object({ totalCount: z.number(), nodes: z.array(z.object({ commit: commitNode })) }),
  mergedBy: actorNode,
  files: z
    .object({
      pageInfo: z.object({ hasNextPage: z.boolean() }),
      nodes: z.array(
        z.object({
          path: z.string(),
          additions: z.number(),
          deletions: z.number(),
          changeType: z.enum(['ADDED', 'CHANGED', 'COPIED', 'DELETED', 'MODIFIED', 'RENAMED']),
        }),
      ),
    })
    .nullable(),
  reviews: reviewsNode.nullable(),
  timelineItems: z.object({ nodes: z.array(z.object({ createdAt: z.string().optional() })) }),
});
export type MergedNode = z.output<typeof mergedNode>;

export const mergedPageAnswer = z.object({
  rateLimit: rateLimitNode,
  repository: z
    .object({
      pullRequests: z.object({
        totalCount: z.number(),
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
        nodes: z.array(mergedNode),
      }),
    })
    .nullable(),
});

/** A number may be an issue's, whose fields none of the fragments give, or nobody's. */
export const numberedAnswer = z.object({
  rateLimit: rateLimitNode,
  repository: z.record(z.string(), z.union([mergedNode, z.object({}).transform(() => null)]).nullable()).nullable(),
});

export const moreReviewsAnswer = z.object({
  repository: z.object({ pullRequest: z.object({ reviews: reviewsNode.nullable() }).nullable() }).nullable(),
});

/** `null` when the query does not tell all: GraphQL knows no old names, and lists a hundred files here. */
export function filesIn({ files, changedFiles }: MergedNode): ChangedFiles | null {
  if (files === null || files.pageInfo.hasNextPage || files.nodes.length !== changedFiles) return null;
  if (files.nodes.some(({ changeType }) => changeType === 'RENAMED' || changeType === 'COPIED')) return null;
  return {
    files: files.nodes.map(({ path, additions, deletions, changeType }) => ({
      path,
      status: CHANGE_TYPES[changeType],
      additions,
      deletions,
    })),
    expected: changedFiles,
  };
}

/** A pending review was not submitted: only its author sees it. */
export function reviewsIn(reviews: z.output<typeof reviewsNode>): readonly ReviewEvent[] {
  return reviews.nodes.flatMap(({ submittedAt, commit, author }) => {
    if (submittedAt === null) return [];
    const { id, type } = author === null ? GHOST : actorToAuthor(author);
    return [{ authorId: id, byBot: type === 'bot', commitSha: commit?.oid ?? null, submittedAt }];
  });
}

export function mergeFactsIn(node: MergedNode) {
  const facts = ({ oid, message, authoredDate, committedDate }: z.output<typeof commitNode>) => ({
    sha: oid,
    message,
    authoredAt: authoredDate,
    committedAt: committedDate,
  });
  const head = node.commits.nodes.at(-1)?.commit;
  return {
    number: node.number,
    headSha: node.headRefOid,
    headCommit: head === undefined ? null : facts(head),
    commits: node.commits.totalCount,
    mergeCommit:
      node.mergeCommit === null ? null : { ...facts(node.mergeCommit), parents: node.mergeCommit.parents.totalCount },
  };
}
