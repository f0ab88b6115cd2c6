import type { Repository } from '../domain/pull-request/repository.ts';
import { GitHubError } from '../ports/github-error.ts';
import { backfillJob } from './backfill-repository.ts';
import type { AppDeps } from './deps.ts';
import type { RegisterInstallationPayload } from './jobs.ts';
import { lanes } from './lanes.ts';
import { newJob } from './new-job.ts';

/**
 * Learns which repositories an installation covers, forgets those it no longer does, and sweeps the new ones. The past of each is
 * read, or read on, unless that is done.
 */
export async function registerInstallation(
  deps: AppDeps,
  payloads: readonly RegisterInstallationPayload[],
): Promise<void> {
  for (const installationId of new Set(payloads.map((payload) => payload.installationId))) {
    const covered = await coveredBy(deps, installationId);
    const known = (await deps.store.repositories.all()).filter((one) => one.installationId === installationId);
    const backfills = deps.backfill.days > 0 ? await deps.store.backfills.all() : null;
    const ended = backfills?.filter((one) => one.phase === 'done' && one.installationId === installationId) ?? [];
    const done = new Set(ended.map(({ repositoryId }) => repositoryId));
    await deps.store.transaction(async (session) => {
      for (const { id } of known) {
        if (!covered.some((repository) => repository.id === id)) await session.repositories.remove(id);
      }
      for (const found of covered) {
        const repository = { ...found, installationId };
        await session.repositories.save(repository);
        if (backfills !== null && !done.has(found.id))
          await session.outbox.enqueue([backfillJob({ repository }, null)]);
        if (known.some(({ id }) => id === found.id)) continue;
        const place = { lane: lanes.repository(found.id), key: 'sweep', installationId };
        await session.outbox.enqueue([newJob('sweep-repository', { repository, because: 'installed' }, place)]);
      }
    });
  }
}

/** Nothing, once the installation was removed or suspended: then GitHub gives no token for it. */
async function coveredBy({ app }: AppDeps, installationId: number): Promise<readonly Repository[]> {
  try {
    return await app.installedRepositories(installationId);
  } catch (error) {
    // A 401 is about the App's own key, and says nothing of the installation.
    const refused = error instanceof GitHubError && error.fault === 'unauthorized' && error.status === 403;
    if (refused || (error instanceof GitHubError && error.fault === 'gone')) return [];
    throw error;
  }
}

/**
 * Registers every installation, and those that we know of but GitHub no longer does: on start and hourly, so that what
 * happened unheard is known.
 */
export async function registerAllInstallations(deps: AppDeps): Promise<void> {
  const known = (await deps.store.repositories.all()).map(({ installationId }) => installationId);
  const ids = [...new Set([...(await deps.app.installationIds()), ...known])];
  await deps.store.outbox.enqueue(
    ids.map((installationId) =>
      newJob(
        'register-installation',
        { installationId },
        { lane: lanes.installation(installationId), key: 'register', installationId },
      ),
    ),
  );
}
