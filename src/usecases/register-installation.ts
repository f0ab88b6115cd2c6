import type { AppDeps } from './deps.ts';
import { lanes, newJob, type RegisterInstallationPayload } from './jobs.ts';

/** Learns which repositories an installation covers, forgets those it no longer does, and sweeps the new ones. */
export async function registerInstallation(
  deps: AppDeps,
  payloads: readonly RegisterInstallationPayload[],
): Promise<void> {
  for (const installationId of new Set(payloads.map((payload) => payload.installationId))) {
    const covered = await deps.app.installedRepositories(installationId);
    const known = (await deps.store.repositories.all()).filter((one) => one.installationId === installationId);
    await deps.store.transaction(async (session) => {
      for (const { id } of known) {
        if (!covered.some((repository) => repository.id === id)) await session.repositories.remove(id);
      }
      for (const found of covered) {
        const repository = { ...found, installationId };
        await session.repositories.save(repository);
        if (known.some(({ id }) => id === found.id)) continue;
        const place = { lane: lanes.repository(found.id), key: 'sweep', installationId };
        await session.outbox.enqueue([newJob('sweep-repository', { repository, because: 'installed' }, place)]);
      }
    });
  }
}

/** Registers every installation: on start, so that what happened while we were down is known. */
export async function registerAllInstallations(deps: AppDeps): Promise<void> {
  const ids = await deps.app.installationIds();
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
