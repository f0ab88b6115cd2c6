import type { ChangedFiles } from '../domain/pull-request/changed-files.ts';
import type { PullRequest } from '../domain/pull-request/pull-request.ts';
import { parseBackport } from '../domain/statement/parse-backport.ts';
import { parseRevert } from '../domain/statement/parse-revert.ts';
import type { PullRequestReference } from '../domain/statement/pull-request-reference.ts';
import type { GitHubReader } from '../ports/github.ts';
import type { FilesStore, InstalledRepository, PersonalStatementStore, PullRequestStore } from '../ports/store.ts';
import type { BaseContext } from './base-context.ts';
import { judgeBody } from './form-opinion.ts';
import type { PullRequestSnapshot, ReferencedStatement } from './snapshot.ts';

export interface SnapshotDeps {
  readonly github: Pick<GitHubReader, 'pullRequest' | 'changedFiles'>;
  readonly store: {
    readonly files: Pick<FilesStore, 'find'>;
    readonly pullRequests: Pick<PullRequestStore, 'find'>;
    readonly personalStatements: Pick<PersonalStatementStore, 'of'>;
  };
}

export interface TakenSnapshot extends PullRequestSnapshot {
  /** The files were read from GitHub just now: whoever records the judgement keeps them with it. */
  readonly filesAreNew: boolean;
}

/**
 * Loads what a judgement needs, and saves nothing: a commit to the disk of its own would cost more than the judgement.
 * The files of a known pair of commits cost no call, unless `refetch` asks for one.
 */
export async function takeSnapshot(
  deps: SnapshotDeps,
  repository: InstalledRepository,
  pullRequest: PullRequest,
  context: BaseContext,
  { refetch = false }: { readonly refetch?: boolean } = {},
): Promise<TakenSnapshot> {
  const { title, body, head, number } = pullRequest;
  const [{ files, filesAreNew }, personal, reverted, original] = await Promise.all([
    loadFiles(deps, repository, pullRequest, refetch),
    deps.store.personalStatements.of(repository.id, number),
    loadReferenced(deps, repository, context, parseRevert(title, body, head.ref)),
    loadReferenced(deps, repository, context, parseBackport(title, body)),
  ]);
  return { pullRequest, files, filesAreNew, context, personal, reverted, original };
}

async function loadFiles(
  deps: SnapshotDeps,
  repository: InstalledRepository,
  pullRequest: PullRequest,
  refetch: boolean,
): Promise<{ readonly files: ChangedFiles; readonly filesAreNew: boolean }> {
  const { base, head } = pullRequest;
  const known = refetch ? null : await deps.store.files.find(repository.id, base.sha, head.sha);
  // Right after a push GitHub may still list the old files: a count that does not fit is asked for again.
  if (known !== null && known.incomplete === undefined && known.expected === pullRequest.changedFiles) {
    return { files: known, filesAreNew: false };
  }
  return { files: await deps.github.changedFiles(repository, pullRequest), filesAreNew: true };
}

/** Only a merged pull request of the same repository lends its statement; anything else is an unproved claim. */
async function loadReferenced(
  deps: SnapshotDeps,
  repository: InstalledRepository,
  context: BaseContext,
  references: readonly PullRequestReference[],
): Promise<ReferencedStatement | null> {
  const here = `${repository.owner}/${repository.name}`.toLowerCase();
  const claimed = references.find((one) => one.repository === undefined || one.repository.toLowerCase() === here);
  if (claimed === undefined) return null;
  const { number } = claimed;
  const known = await deps.store.pullRequests.find(repository.id, number);
  const pullRequest = known?.merged ? known : await deps.github.pullRequest(repository, number);
  return pullRequest?.merged ? { number, statement: judgeBody(pullRequest, context) } : null;
}
