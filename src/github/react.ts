import { z } from 'zod';
import type { Repository } from '../domain/pull-request/repository.ts';
import type { Reaction } from '../ports/github.ts';
import type { Api } from './api.ts';

export async function react(
  { api }: { readonly api: Api },
  { owner, name }: Repository,
  commentId: number,
  reaction: Reaction,
): Promise<void> {
  await api.send(z.unknown(), 'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions', {
    owner,
    repo: name,
    comment_id: commentId,
    content: reaction,
  });
}
