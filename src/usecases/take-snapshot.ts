import type { PullRequest } from '../domain/pull-request/pull-request.ts';
import { canUndo, staysWithin } from '../domain/pull-request/stays-within.ts';
import { parseBackport } from '../domain/statement/parse-backport.ts';
import { parseRevert } from '../domain/statement/parse-revert.ts';
import type { PullRequestReference } from '../domain/statement/pull-request-reference.ts';
import type { InstalledRepository, PersonalStatementStore, PullRequestStore } from '../ports/store.ts';
import type { BaseContext } from './base-context.ts';
import { judgeBody } from './form-opinion.ts';
import { type FilesAtHead, type FilesDeps, loadFiles } from './load-files.ts';
import { type HistoryDeps, loadIncidentHistory } from './load-incident-history.ts';
import type { PullRequestSnapshot, ReferencedStatement } from './snapshot.ts';
import { fullName } from '../domain/pull-request/full-name.ts';

export interface SnapshotDeps extends FilesDeps {
  readonly clock: HistoryDeps['clock'];
  readonly store: FilesDeps['store'] &
    HistoryDeps['store'] & {
      readonly pullRequests: Pick<PullRequestStore, 'find'>;
      readonly personalStatements: Pick<PersonalStatementStore, 'of'>;
    };
}

export interface TakenSnapshot extends PullRequestSnapshot {
  /** Files that were read from GitHub just now: whoever records the judgement keeps them with it. */
  readonly newFiles: readonly FilesAtHead[];
}

/**
 * Loads what a judgement needs, and saves nothing: a commit to the disk of its own would cost more than the judgement.
 * Its pull request is newer than the one given where that has moved on meanwhile.
 */
export async function takeSnapshot(
  deps: SnapshotDeps,
  repository: InstalledRepository,
  pullRequest: PullRequest,
  context: BaseContext,
  { refetch = false }: { readonly refetch?: boolean } = {},
): Promise<TakenSnapshot> {
  const [own, personal, history] = await Promise.all([
    loadFiles(deps, pullRequest, { refetch }),
    deps.store.personalStatements.of(repository.id, pullRequest.number),
    loadIncidentHistory(deps, repository.id, context.config.rules),
  ]);
  const { title, body, head, base } = own.pullRequest;
  const undone = (claimed: FilesAtHead) => canUndo(own.files, claimed.files);
  // What goes to the branch where the original went carries nothing over.
  const carried = (claimed: FilesAtHead) =>
    claimed.pullRequest.base.ref !== base.ref && staysWithin(own.files, claimed.files);
  const [reverted, original] = await Promise.all([
    loadReferenced(deps, repository, context, parseRevert(title, body, head.ref), undone),
    loadReferenced(deps, repository, context, parseBackport(title, body), carried),
  ]);
  const newFiles = [own, reverted, original].filter((read) => read?.areNew === true) as FilesAtHead[];
  return { pullRequest: own.pullRequest, files: own.files, newFiles, context, personal, history, reverted, original };
}

/**
 * Only a merged pull request of the same repository lends its statement, and only to what its files bear out: a claim
 * alone would open the gate to everybody who can write "Reverts #1".
 */
async function loadReferenced(
  deps: SnapshotDeps,
  repository: InstalledRepository,
  context: BaseContext,
  references: readonly PullRequestReference[],
  isBorneOut: (claimed: FilesAtHead) => boolean,
): Promise<(FilesAtHead & ReferencedStatement) | null> {
  const here = fullName(repository).toLowerCase();
  const claimed = references.find((one) => one.repository === undefined || one.repository.toLowerCase() === here);
  if (claimed === undefined) return null;
  const { number } = claimed;
  const known = await deps.store.pullRequests.find(repository.id, number);
  const pullRequest = known?.merged ? known : await deps.github.pullRequest(repository, number);
  if (!pullRequest?.merged) return null;
  const found = await loadFiles(deps, pullRequest);
  return isBorneOut(found) ? { ...found, number, statement: judgeBody(pullRequest, context) } : null;
}
