import type { PullRequest } from '../domain/pull-request/pull-request.ts';
import type { GitHubReader } from '../ports/github.ts';
import type { InstalledRepository, PullRequestStore } from '../ports/store.ts';

export interface ResolveDeps {
  readonly github: Pick<GitHubReader, 'pullRequest'>;
  readonly store: { readonly pullRequests: Pick<PullRequestStore, 'find'> };
}

export interface Resolved {
  readonly pullRequest: PullRequest;
  /** True when it was read from GitHub just now, so that what is absent is really absent. */
  readonly fresh: boolean;
}

/**
 * The newest state of a pull request at the least cost. A webhook is a hint: the newest hint counts, unless we
 * know a newer state; when two differ within the same second (GitHub's resolution), GitHub is asked.
 * `null` when the pull request does not exist.
 */
export async function resolvePullRequest(
  deps: ResolveDeps,
  repository: InstalledRepository,
  number: number,
  hints: readonly (PullRequest | null)[],
): Promise<Resolved | null> {
  const known = await deps.store.pullRequests.find(repository.id, number);
  const candidates = [...hints.filter((hint) => hint !== null), ...(known ? [known] : [])];
  const newest = candidates.reduce<PullRequest | null>(
    (best, next) => (best === null || next.updatedAt > best.updatedAt ? next : best),
    null,
  );
  const mustAsk = newest === null || hints.includes(null) || isContradicted(newest, candidates);
  if (!mustAsk) return { pullRequest: newest, fresh: false };
  const pullRequest = await deps.github.pullRequest(repository, number);
  if (pullRequest === null) return null;
  // GitHub may answer from a copy that lags behind its own webhooks.
  if (known !== null && known.updatedAt > pullRequest.updatedAt) return { pullRequest: known, fresh: false };
  return { pullRequest, fresh: true };
}

function isContradicted(newest: PullRequest, candidates: readonly PullRequest[]): boolean {
  const text = JSON.stringify(comparable(newest));
  return candidates.some((other) => other.updatedAt === newest.updatedAt && JSON.stringify(comparable(other)) !== text);
}

/** What a judgement depends on; counts that GitHub fills in late, and the base's moving tip, do not contradict. */
function comparable(pullRequest: PullRequest): unknown {
  const { title, body, state, draft, merged, labels, head, base } = pullRequest;
  return { title, body, state, draft, merged, labels: [...labels].sort(), head: head.sha, base: base.ref };
}
