import { z } from 'zod';
import type { Repository } from '../domain/pull-request/repository.ts';
import { accountJson, toAuthor } from '../payload/account.ts';
import type { ListedIssue } from '../ports/github-issues.ts';
import type { Api } from './api.ts';

const issues = z.array(
  z.object({
    number: z.number(),
    user: accountJson,
    state: z.enum(['open', 'closed']),
    body: z.string().nullish(),
    pull_request: z.object({}).nullish(),
  }),
);

/** GitHub's clock is not ours: an issue that we opened may be older there than our word that we would. */
const MARGIN_MS = 60 * 60 * 1_000;

export async function listIssuesSince(
  { api }: { readonly api: Api },
  { owner, name }: Repository,
  from: string,
): Promise<readonly ListedIssue[]> {
  const since = new Date(Date.parse(from) - MARGIN_MS).toISOString();
  const all = await api.list(issues, 'GET /repos/{owner}/{repo}/issues', { owner, repo: name, state: 'all', since });
  return all
    .filter(({ pull_request }) => (pull_request ?? null) === null)
    .map(({ number, user, state, body }) => ({ number, authorId: toAuthor(user).id, state, body: body ?? '' }));
}
