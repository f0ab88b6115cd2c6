import { z } from 'zod';
import type { Repository } from '../domain/pull-request/repository.ts';
import type { LinkedFile, TextsAt } from '../ports/github-past.ts';
import type { Api } from './api.ts';
import { unreadableText } from './file-content.ts';
import { qualifyRef } from './qualify-ref.ts';
import { RATE_LIMIT_FIELDS, rateLimitNode } from './query-cost.ts';
import { gone } from './query-merged-pull-requests.ts';

const blobNode = z.object({ byteSize: z.number(), isTruncated: z.boolean(), text: z.string().nullable() });

const answerJson = z.object({
  rateLimit: rateLimitNode,
  repository: z
    .object({ url: z.string() })
    .catchall(z.union([blobNode, z.object({}).transform(() => null)]).nullable())
    .nullable(),
});

function textsQuery(count: number): string {
  const indexes = Array.from({ length: count }, (_, index) => index);
  return `
query ($owner: String!, $name: String!, ${indexes.map((index) => `$e${index}: String!`).join(', ')}) {
  ${RATE_LIMIT_FIELDS}
  repository(owner: $owner, name: $name) {
    url
${indexes.map((index) => `    f${index}: object(expression: $e${index}) { ... on Blob { byteSize isTruncated text } }`).join('\n')}
  }
}`;
}

/** Several files in one query; those that are not there are left out. */
export async function readTextsAt(
  { api }: { readonly api: Api },
  repository: Repository,
  ref: string,
  paths: readonly string[],
): Promise<TextsAt> {
  if (paths.length === 0) return { files: [], cost: null };
  const { owner, name } = repository;
  const at = qualifyRef(ref);
  const expressions = Object.fromEntries(paths.map((path, index) => [`e${index}`, `${at}:${path}`]));
  const answer = await api.graphql(answerJson, textsQuery(paths.length), { owner, name, ...expressions });
  const found = answer.repository;
  if (found === null) throw gone(repository);
  const files = paths.flatMap((path, index): LinkedFile[] => {
    const node = found[`f${index}`];
    if (node === null || node === undefined || typeof node === 'string') return [];
    // Above half a megabyte GitHub cuts a text; half of one is not what was written.
    const text = node.text === null || node.isTruncated ? unreadableText(node.byteSize) : node.text;
    return [{ path, text, url: `${found.url}/blob/${encodePath(ref)}/${encodePath(path)}` }];
  });
  return { files, cost: answer.rateLimit };
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
