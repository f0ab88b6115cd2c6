import { revertedNumber } from '../domain/attribution/reverted-number.ts';
import { undoes } from '../domain/attribution/undoes.ts';
import { buildFacts } from '../domain/incident/build-facts.ts';
import type { ChangedFiles } from '../domain/pull-request/changed-files.ts';
import type { PullRequest } from '../domain/pull-request/pull-request.ts';
import type { InstalledRepository } from '../ports/store.ts';
import type { InstallationDeps } from './deps.ts';
import type { NoteNearMissPayload } from './jobs.ts';
import { attributionJob } from './attribution-job.ts';
import { issueKey } from './notice-issue.ts';

/** Later than that, people lived with the change for a while: an incident, if it was one, has been told by then. */
const EMERGENCY_MS = 24 * 60 * 60 * 1000;

/**
 * An emergency revert that no incident explains was a near miss. What the revert claims is checked: the original was
 * merged into the same branch before it, and the diff takes all of it back.
 */
export async function noteNearMiss(deps: InstallationDeps, payloads: readonly NoteNearMissPayload[]): Promise<void> {
  const last = payloads.at(-1);
  if (last === undefined) return;
  const { repository, number } = last;
  const revert = await find(deps, repository, number);
  const undone = revert === null ? null : revertedNumber(revert);
  if (revert === null || undone === null || undone === number) return;
  const original = await find(deps, repository, undone);
  if (original === null || original.base.ref !== revert.base.ref) return;
  const from = Date.parse(original.mergedAt ?? '');
  const to = Date.parse(revert.mergedAt ?? '');
  if (!(from < to && to - from <= EMERGENCY_MS)) return;
  const [files, originalFiles] = [await filesOf(deps, repository, revert), await filesOf(deps, repository, original)];
  if (!undoes(files, originalFiles)) return;
  const period = { installationId: repository.installationId, repositoryId: repository.id, from, to: to + 1 };
  const told = await deps.store.incidents.between(period);
  if (told.some(({ source }) => source !== 'revert')) return;
  const facts = buildFacts(
    new Map([
      ['startedAt', original.mergedAt ?? ''],
      ['detectedAt', revert.createdAt],
      ['resolvedAt', revert.mergedAt ?? ''],
      ['statedCause', `#${undone}`],
      ['paths', files.files.map(({ path }) => path).join('\n')],
    ]),
    {
      title: revert.title,
      body: revert.body ?? '',
      url: null,
      state: 'resolved',
      kind: 'near-miss',
      detectedBy: revert.author.login,
    },
    { now: deps.clock.now() },
  );
  const report = {
    ...issueKey(repository, number),
    ...facts,
    source: 'revert' as const,
    repositoryId: repository.id,
    reportedAt: revert.mergedAt ?? '',
  };
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
