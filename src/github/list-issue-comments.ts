import { z } from 'zod';
import type { Repository } from '../domain/pull-request/repository.ts';
import { accountJson, toAuthor } from '../payload/account.ts';
import type { IssueComment } from '../ports/github.ts';
import type { Api } from './api.ts';

const INSIDERS: ReadonlySet<string> = new Set(['OWNER', 'MEMBER', 'COLLABORATOR']);

const comments = z.array(
  z.object({
    id: z.number(),
    user: accountJson,
    body: z.string().nullish(),
    author_association: z.string().nullish(),
  }),
);

export async function listIssueComments(
  { api }: { readonly api: Api },
  { owner, name }: Repository,
  number: number,
): Promise<readonly IssueComment[]> {
  const all = await api.list(comments, 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
    owner,
    repo: name,
    issue_number: number,
  });
  return all.map(({ id, user, body, author_association }) => ({
    id,
    authorId: toAuthor(user).id,
    byInsider: INSIDERS.has(author_association ?? ''),
    body: body ?? '',
  }));
}
