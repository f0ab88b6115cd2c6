import { z } from 'zod';
import type { Repository } from '../domain/pull-request/repository.ts';
import type { Api } from './api.ts';

const created = z.object({ id: z.number() });

export async function createComment(
  { api }: { readonly api: Api },
  { owner, name }: Repository,
  number: number,
  body: string,
): Promise<number> {
  const comment = await api.send(created, 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
    owner,
    repo: name,
    issue_number: number,
    body,
  });
  return comment.id;
}
