import { z } from 'zod';
import type { Repository } from '../domain/pull-request/repository.ts';
import type { Api } from './api.ts';

export async function updateComment(
  { api }: { readonly api: Api },
  { owner, name }: Repository,
  commentId: number,
  body: string,
): Promise<void> {
  await api.send(z.unknown(), 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
    owner,
    repo: name,
    comment_id: commentId,
    body,
  });
}
