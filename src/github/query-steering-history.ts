import { z } from 'zod';
import type { SteeringHistory } from '../domain/exposure/backfill.ts';
import type { Repository } from '../domain/pull-request/repository.ts';
import type { QueryCost } from '../ports/github-past.ts';
import type { Api } from './api.ts';
import { COMMON_TEMPLATE_FOLDERS, COMMON_TEMPLATES, CONFIG_PATH } from './base-files-query.ts';
import { RATE_LIMIT_FIELDS, rateLimitNode } from './query-cost.ts';
import { gone } from './query-merged-pull-requests.ts';

const PATHS = [['config', CONFIG_PATH], ...COMMON_TEMPLATES, ...COMMON_TEMPLATE_FOLDERS] as const;

/** The paths are ours, not a person's: they may stand in the query. */
const STEERING_QUERY = `
query ($owner: String!, $name: String!) {
  ${RATE_LIMIT_FIELDS}
  repository(owner: $owner, name: $name) {
    defaultBranchRef {
      target {
        oid
        ... on Commit {
${PATHS.map(([alias, path]) => `          ${alias}: history(first: 50, path: "${path}") { ...changes }`).join('\n')}
        }
      }
    }
  }
}
fragment changes on CommitHistoryConnection { pageInfo { hasNextPage } nodes { oid committedDate } }`;

const changesNode = z.object({
  pageInfo: z.object({ hasNextPage: z.boolean() }),
  nodes: z.array(z.object({ oid: z.string(), committedDate: z.string() })),
});

const answerJson = z.object({
  rateLimit: rateLimitNode,
  repository: z
    .object({
      defaultBranchRef: z.object({ target: z.object({ oid: z.string() }).catchall(changesNode).nullable() }).nullable(),
    })
    .nullable(),
});

export async function querySteeringHistory(
  { api }: { readonly api: Api },
  repository: Repository,
): Promise<{ readonly head: string | null; readonly steering: SteeringHistory; readonly cost: QueryCost }> {
  const { owner, name } = repository;
  const answer = await api.graphql(answerJson, STEERING_QUERY, { owner, name });
  if (answer.repository === null) throw gone(repository);
  const target = answer.repository.defaultBranchRef?.target ?? null;
  const histories = PATHS.flatMap(([alias]) => {
    const history = target?.[alias];
    return history === undefined || typeof history === 'string' ? [] : [history];
  });
  const changes = new Map(
    histories.flatMap(({ nodes }) => nodes.map(({ oid, committedDate }) => [oid, committedDate])),
  );
  return {
    head: target?.oid ?? null,
    steering: {
      changes: [...changes]
        .map(([sha, at]) => ({ sha, at }))
        .sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || (a.sha < b.sha ? -1 : 1)),
      complete: histories.every(({ pageInfo }) => !pageInfo.hasNextPage),
    },
    cost: answer.rateLimit,
  };
}
