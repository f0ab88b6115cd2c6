import { type Exposure, MAX_TITLE, pullRequestUnit, unitOf } from '../domain/exposure/exposure.ts';
import type { PullRequest } from '../domain/pull-request/pull-request.ts';
import type { InstalledRepository } from '../ports/store.ts';
import type { InstallationDeps } from './deps.ts';

/** What the search for a cause needs to know of a change. */
export type KnownChange = Pick<
  Exposure,
  'number' | 'sha' | 'title' | 'mergedAt' | 'files' | 'additions' | 'deletions'
> &
  Partial<Pick<Exposure, 'judgement'>>;

/** A merged pull request by its number: as it was recorded, else as GitHub has it. `null` when none was merged. */
export async function findChange(
  deps: Pick<InstallationDeps, 'store' | 'github'>,
  repository: InstalledRepository,
  number: number,
): Promise<KnownChange | null> {
  const recorded = await deps.store.exposures.find(repository.id, pullRequestUnit(number));
  if (recorded !== null) return recorded;
  const pullRequest = await deps.github.pullRequest(repository, number);
  if (pullRequest === null || pullRequest.mergedAt === null) return null;
  return { ...described(pullRequest, pullRequest.mergedAt), files: await filesOf(deps, pullRequest) };
}

/** The same by unit; a direct push is known only when it was recorded. */
export async function findUnit(
  deps: Pick<InstallationDeps, 'store' | 'github'>,
  repository: InstalledRepository,
  unit: string,
): Promise<KnownChange | null> {
  const number = /^#(\d{1,9})$/.exec(unit)?.[1];
  return number === undefined
    ? deps.store.exposures.find(repository.id, unit)
    : findChange(deps, repository, Number(number));
}

/** By a commit's id, cut short or whole: what was recorded with it, else the pull request that GitHub says brought it. */
export async function findChangeOfCommit(
  deps: Pick<InstallationDeps, 'store' | 'github'>,
  repository: InstalledRepository,
  sha: string,
): Promise<KnownChange | null> {
  const recorded = await deps.store.exposures.atCommit(repository.id, sha);
  if (recorded !== null) return recorded;
  const commit = await deps.github.commitWithId(repository, sha);
  if (commit === null) return null;
  return commit.pullRequest === null
    ? deps.store.exposures.atCommit(repository.id, commit.sha)
    : findChange(deps, repository, commit.pullRequest);
}

export function nameOfChange(change: Pick<Exposure, 'number' | 'sha'>): string {
  return unitOf(change);
}

function described(
  { number, title, mergeCommitSha, additions, deletions }: PullRequest,
  mergedAt: string,
): Omit<KnownChange, 'files'> {
  return { number, title: title.slice(0, MAX_TITLE), sha: mergeCommitSha, mergedAt, additions, deletions };
}

/** From the cache of its check alone: a change from before our time has no files here, and is found by its number. */
async function filesOf(
  { store }: Pick<InstallationDeps, 'store'>,
  { repository, base, head }: PullRequest,
): Promise<KnownChange['files']> {
  return (await store.files.find(repository.id, base.sha, head.sha))?.files ?? [];
}
