import type { PullRequest } from '../domain/pull-request/pull-request.ts';
import type { Repository } from '../domain/pull-request/repository.ts';
import type { Api } from './api.ts';
import { queryPullRequests } from './query-pull-requests.ts';

export function listOpenPullRequests(
  { api }: { readonly api: Api },
  repository: Repository,
): Promise<readonly PullRequest[]> {
  return queryPullRequests({ api }, repository, { states: ['OPEN'], limit: Number.POSITIVE_INFINITY });
}
