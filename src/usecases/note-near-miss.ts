import { revertedNumber } from '../domain/attribution/reverted-number.ts';
import type { ChangedFiles } from '../domain/pull-request/changed-files.ts';
import type { PullRequest } from '../domain/pull-request/pull-request.ts';
import type { InstalledRepository } from '../ports/store.ts';
import { attributionJob } from './attribution-job.ts';
import type { InstallationDeps } from './deps.ts';
import { emergencyOf, findNearMiss } from './find-near-miss.ts';
import type { NoteNearMissPayload } from './jobs.ts';

/** A merged pull request claims to undo another: when that was an emergency which no incident explains, it is noted. */
export async function noteNearMiss(deps: InstallationDeps, payloads: readonly NoteNearMissPayload[]): Promise<void> {
  const last = payloads.at(-1);
  if (last === undefined) return;
  const { repository, number } = last;
  const revert = await find(deps, repository, number);
  const undone = revert === null ? null : revertedNumber(revert);
  if (revert === null || undone === null || undone === number) return;
  const original = await find(deps, repository, undone);
  if (original === null) return;
  const emergency = emergencyOf(repository, { revert, original });
  if (emergency === null) return;
  const [files, originalFiles] = [await filesOf(deps, repository, revert), await filesOf(deps, repository, original)];
  const told = await deps.store.incidents.between(emergency);
  const evidence = { files, originalFiles, told };
  const report = findNearMiss(repository, { revert, original }, evidence, deps.clock.now());
  if (report === null) return;
  await deps.store.transaction(async (session) => {
    await session.incidents.report(report);
    await session.outbox.enqueue([attributionJob(report, repository)]);
  });
  deps.log.info({ repositoryId: repository.id, number, undone }, 'near miss noted');
}

async function find(
  deps: InstallationDeps,
  repository: InstalledRepository,
  number: number,
): Promise<PullRequest | null> {
  const known = await deps.store.pullRequests.find(repository.id, number);
  return known?.merged === true ? known : deps.github.pullRequest(repository, number);
}

async function filesOf(
  deps: InstallationDeps,
  repository: InstalledRepository,
  of: PullRequest,
): Promise<ChangedFiles> {
  const known = await deps.store.files.find(repository.id, of.base.sha, of.head.sha);
  return known ?? deps.github.changedFiles(repository, of);
}
