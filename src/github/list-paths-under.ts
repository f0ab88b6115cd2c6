import { z } from 'zod';
import type { Repository } from '../domain/pull-request/repository.ts';
import type { PathList, QueryCost } from '../ports/github-past.ts';
import type { Api } from './api.ts';
import { qualifyRef } from './qualify-ref.ts';
import { RATE_LIMIT_FIELDS, rateLimitNode } from './query-cost.ts';

/** Folders of one query; each costs GitHub a look into its store. */
const AT_ONCE = 50;
/** Beyond these a list of documents is none any more, but a walk through a monorepo. */
const MOST_QUERIES = 20;
const MOST_PATHS = 10_000;

const answerJson = z.object({
  rateLimit: rateLimitNode,
  repository: z
    .record(
      z.string(),
      z
        .union([
          z.object({ entries: z.array(z.object({ name: z.string(), type: z.string() })) }),
          // A file, or something else that has no entries.
          z.object({}).transform(() => null),
        ])
        .nullable(),
    )
    .nullable(),
});

function foldersQuery(count: number): string {
  const indexes = Array.from({ length: count }, (_, index) => index);
  return `
query ($owner: String!, $name: String!, ${indexes.map((index) => `$e${index}: String!`).join(', ')}) {
  ${RATE_LIMIT_FIELDS}
  repository(owner: $owner, name: $name) {
${indexes.map((index) => `    f${index}: object(expression: $e${index}) { ... on Tree { entries { name type } } }`).join('\n')}
  }
}`;
}

/** Level by level, so that a folder of documents costs one query and a deep one as many as it is deep. */
export async function listPathsUnder(
  { api }: { readonly api: Api },
  repository: Repository,
  ref: string,
  folders: readonly string[],
): Promise<PathList> {
  const { owner, name } = repository;
  const at = qualifyRef(ref);
  const paths = new Set<string>();
  const costs: QueryCost[] = [];
  let waiting = [...new Set(folders)];
  while (waiting.length > 0 && costs.length < MOST_QUERIES && paths.size < MOST_PATHS) {
    const now = waiting.slice(0, AT_ONCE);
    waiting = waiting.slice(AT_ONCE);
    const expressions = Object.fromEntries(now.map((folder, index) => [`e${index}`, `${at}:${folder}`]));
    const answer = await api.graphql(answerJson, foldersQuery(now.length), { owner, name, ...expressions });
    costs.push(answer.rateLimit);
    for (const [index, folder] of now.entries()) {
      for (const entry of answer.repository?.[`f${index}`]?.entries ?? []) {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.type === 'blob') paths.add(path);
        else if (entry.type === 'tree') waiting.push(path);
      }
    }
  }
  const last = costs.at(-1);
  return {
    paths: [...paths].sort(),
    complete: waiting.length === 0,
    cost: last === undefined ? null : { ...last, points: costs.reduce((sum, { points }) => sum + points, 0) },
  };
}
