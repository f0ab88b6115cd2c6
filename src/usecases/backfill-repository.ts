import type { Backfill } from '../domain/exposure/backfill.ts';
import type { Outbox } from '../ports/store.ts';
import { GitHubError } from '../ports/github-error.ts';
import { advanceBackfill } from './advance-backfill.ts';
import type { InstallationDeps } from './deps.ts';
import type { BackfillRepositoryPayload } from './jobs.ts';
import { lanes } from './lanes.ts';
import { newJob } from './new-job.ts';
import { startBackfill } from './start-backfill.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * One page of a repository's past, then the job of the next one. Few lanes for all of them: however many repositories
 * are installed at once, most workers stay free for what happens now.
 */
export async function backfillRepository(
  deps: InstallationDeps,
  payloads: readonly BackfillRepositoryPayload[],
): Promise<void> {
  const last = payloads.at(-1);
  if (last === undefined) return;
  // As it is known now: it may have been renamed, or the app was taken off it.
  const repository = await deps.store.repositories.find(last.repository.id);
  if (repository === null) return;
  const begun = await deps.store.backfills.find(repository.id);
  // Incidents belong to an installation: what another has read, or a token, is read anew.
  const found = begun?.installationId === repository.installationId ? begun : null;
  if (found?.phase === 'done') return;
  const job = (at: Backfill) => enqueueNext(deps.store.outbox, { repository }, at);
  if (found !== null && found.notBefore !== null && Date.parse(found.notBefore) > deps.clock.now()) return job(found);
  if (found === null) {
    const usual = new Date(deps.clock.now() - deps.backfill.days * DAY_MS).toISOString();
    const since = begun !== null && Date.parse(begun.since) < Date.parse(usual) ? begun.since : usual;
    try {
      await job(await startBackfill(deps, repository, since));
    } catch (error) {
      // It holds its lane as little as a page does: the next look at the installation begins again.
      if (!(error instanceof GitHubError)) throw error;
      deps.log.warn({ repositoryId: repository.id, fault: error.fault }, 'the past of a repository cannot be read yet');
    }
    return;
  }
  const next = await advanceBackfill(deps, repository, found, deps.backfill, (session, backfill) =>
    enqueueNext(session.outbox, { repository }, backfill),
  );
  tell(deps, found, next);
}

async function enqueueNext(outbox: Outbox, payload: BackfillRepositoryPayload, backfill: Backfill): Promise<void> {
  if (backfill.phase === 'done' || backfill.stopped !== null) return;
  await outbox.enqueue([backfillJob(payload, backfill.notBefore === null ? null : Date.parse(backfill.notBefore))]);
}

/** `runAt` in milliseconds since the epoch; `null`: as soon as a worker is free. */
export function backfillJob(payload: BackfillRepositoryPayload, runAt: number | null) {
  const { id, installationId } = payload.repository;
  const place = { lane: lanes.backfill(id), key: `backfill:${id}`, installationId };
  return newJob('backfill-repository', payload, runAt === null ? place : { ...place, runAt });
}

function tell({ log }: InstallationDeps, before: Backfill, now: Backfill): void {
  const about = { repositoryId: now.repositoryId, phase: now.phase, ...now.counts };
  if (now.stopped !== null) log.warn({ ...about, error: now.stopped }, 'reading the past of a repository has stopped');
  else if (now.notBefore !== null) log.info({ ...about, notBefore: now.notBefore }, 'reading the past waits');
  else if (now.phase !== before.phase) log.info(about, 'reading the past of a repository goes on');
  else log.debug(about, 'read a page of the past');
}
