import type { PullRequest } from '../domain/pull-request/pull-request.ts';
import type { Repository } from '../domain/pull-request/repository.ts';
import { pullRequestJson, toPullRequest } from '../payload/pull-request.ts';
import type { Api } from './api.ts';

export async function updateBody(
  { api }: { readonly api: Api },
  { owner, name }: Repository,
  number: number,
  body: string,
): Promise<PullRequest> {
  const updated = await api.send(pullRequestJson, 'PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
    owner,
    repo: name,
    pull_number: number,
    body,
  });
  return toPullRequest(updated);
}
