import type { PullRequest } from '../domain/pull-request/pull-request.ts';
import type { Repository } from '../domain/pull-request/repository.ts';
import { pullRequestJson, toPullRequest } from '../payload/pull-request.ts';
import type { Api } from './api.ts';

export async function readPullRequest(
  { api }: { readonly api: Api },
  { owner, name }: Repository,
  number: number,
): Promise<PullRequest | null> {
  const found = await api.find(pullRequestJson, 'GET /repos/{owner}/{repo}/pulls/{pull_number}', {
    owner,
    repo: name,
    pull_number: number,
  });
  return found === null ? null : toPullRequest(found);
}
