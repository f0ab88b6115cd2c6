import type { GitHub } from '../ports/github.ts';
import { GitHubError, isLasting } from '../ports/github-error.ts';
import type { InstalledRepository } from '../ports/store.ts';
import type { AppDeps } from './deps.ts';
import { loadBaseContext } from './load-base-context.ts';

export interface ServiceDeps extends Pick<AppDeps, 'store' | 'clock' | 'contexts' | 'log'> {
  readonly app: { readonly installation: (installationId: number) => Pick<GitHub, 'baseFiles' | 'remoteFile'> };
}

/**
 * Which of the repositories has one of the services, by `incidents.services` of their configurations. `null`: none of
 * them, or several, and nobody can say which.
 */
export async function findRepositoryOfService(
  deps: ServiceDeps,
  installationId: number,
  repositoryIds: readonly number[],
  services: readonly string[],
): Promise<InstalledRepository | null> {
  const wanted = new Set(services.map((name) => name.toLowerCase()));
  if (wanted.size === 0) return null;
  const having: InstalledRepository[] = [];
  for (const id of repositoryIds) {
    const repository = await deps.store.repositories.find(id);
    // One that was handed to another owner is none of this installation's any more, whatever was bound before.
    if (
      repository?.installationId === installationId &&
      (await servicesOf(deps, repository)).some((name) => wanted.has(name))
    ) {
      having.push(repository);
    }
  }
  return having.length === 1 ? (having[0] ?? null) : null;
}

/** An incident must not wait for a repository that GitHub no longer shows to us. */
async function servicesOf(deps: ServiceDeps, repository: InstalledRepository): Promise<readonly string[]> {
  try {
    const github = deps.app.installation(repository.installationId);
    const { config } = await loadBaseContext({ ...deps, github }, repository, repository.defaultBranch);
    return config.incidents.services.map(({ id }) => id.toLowerCase());
  } catch (error) {
    const refused = isLasting(error) || (error instanceof GitHubError && error.fault === 'unauthorized');
    if (!refused) throw error;
    deps.log.warn({ repositoryId: repository.id, err: error }, 'the services of a repository cannot be read');
    return [];
  }
}
