import type { CheckRun } from '../domain/pull-request/check-run.ts';
import type { InstalledRepository } from '../ports/store.ts';
import { contentHash } from './content-hash.ts';
import type { InstallationDeps } from './deps.ts';

/**
 * Publishes one check run: nothing when it already says this, an update when there is one, else a new one. The intent is
 * stored before a run is created, so that a run whose answer was lost is found again instead of made twice.
 * Call it only from the commit's lane. `again` writes even when nothing changed (GitHub cleared the run).
 */
export async function publishRun(
  deps: Pick<InstallationDeps, 'github' | 'store'>,
  repository: InstalledRepository,
  run: CheckRun,
  again = false,
): Promise<void> {
  const { checks } = deps.store;
  const hash = contentHash(run);
  const record = await checks.find(repository.id, run.headSha, run.name);
  if (record !== null && record.runId !== null && record.contentHash === hash && !again) return;
  let runId = record?.runId ?? null;
  if (record === null) {
    await checks.save(repository.id, run.headSha, run.name, { runId: null, contentHash: hash });
  } else if (runId === null) {
    runId = (await deps.github.findCheckRun(repository, run.headSha, run.name))?.id ?? null;
  }
  const published = await deps.github.publishCheckRun(repository, run, runId);
  await checks.save(repository.id, run.headSha, run.name, { runId: published, contentHash: hash });
}
