import { z } from 'zod';
import type { Repository } from '../domain/pull-request/repository.ts';
import { accountJson, toAuthor } from '../payload/account.ts';
import type { Issue } from '../ports/github.ts';
import type { Api } from './api.ts';

const issueJson = z.object({
  number: z.number(),
  title: z.string(),
  body: z.string().nullish(),
  html_url: z.string(),
  state: z.enum(['open', 'closed']),
  user: accountJson,
  // GitHub writes labels as texts in places.
  labels: z.array(z.union([z.string(), z.object({ name: z.string().nullish() })])),
  created_at: z.string(),
  updated_at: z.string(),
  closed_at: z.string().nullish(),
  pull_request: z.object({}).nullish(),
});

/**
 * `null` for a pull request too: it has a number of the same kind, and is no issue. And for an issue that was transferred: its
 * address leads to where it went, where it is another one.
 */
export async function readIssue(
  { api }: { readonly api: Api },
  { owner, name }: Repository,
  number: number,
): Promise<Issue | null> {
  const found = await api.find(issueJson, 'GET /repos/{owner}/{repo}/issues/{issue_number}', {
    owner,
    repo: name,
    issue_number: number,
  });
  if (found === null || found.number !== number || (found.pull_request ?? null) !== null) return null;
  return {
    title: found.title,
    body: found.body ?? null,
    labels: found.labels.flatMap((label) => (typeof label === 'string' ? [label] : (label.name ?? []))),
    url: found.html_url,
    state: found.state,
    createdAt: found.created_at,
    updatedAt: found.updated_at,
    closedAt: found.closed_at ?? null,
    author: toAuthor(found.user).login,
  };
}
