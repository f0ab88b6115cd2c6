import type { AppDeps } from './deps.ts';
import type { RemoveRepositoriesPayload, SaveRepositoryPayload } from './jobs.ts';

/** A repository was renamed, transferred or changed its default branch: its id stays. */
export async function saveRepository(deps: AppDeps, payloads: readonly SaveRepositoryPayload[]): Promise<void> {
  const last = payloads.at(-1);
  if (last === undefined) return;
  await deps.store.repositories.save(last.repository);
}

/**
 * The app was taken off these repositories: they are no longer swept. What was recorded stays. One that another
 * installation covers by now, for it was transferred, stays too.
 */
export async function removeRepositories(deps: AppDeps, payloads: readonly RemoveRepositoriesPayload[]): Promise<void> {
  const { repositories } = deps.store;
  for (const { installationId, repositoryIds } of payloads) {
    for (const id of repositoryIds) {
      if ((await repositories.find(id))?.installationId === installationId) await repositories.remove(id);
    }
  }
}
