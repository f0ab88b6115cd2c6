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

export async function listIssuesSince(
  { api }: { readonly api: Api },
  { owner, name }: Repository,
  since: string,
): Promise<readonly ListedIssue[]> {
  const all = await api.list(issues, 'GET /repos/{owner}/{repo}/issues', { owner, repo: name, state: 'all', since });
  return all
    .filter(({ pull_request }) => (pull_request ?? null) === null)
    .map(({ number, user, state, body }) => ({ number, authorId: toAuthor(user).id, state, body: body ?? '' }));
}
