import { fullName } from '../domain/pull-request/full-name.ts';
import type { IncidentSources } from '../domain/incident/incident-sources.ts';
import { listensTo } from '../domain/incident/listens-to.ts';
import type { InstalledRepository, RepositoryStore } from '../ports/store.ts';
import { type ContextDeps, loadBaseContext } from './load-base-context.ts';

/** A repository that takes incidents from an issue tracker, by its own configuration. */
export interface Listener {
  readonly repository: InstalledRepository;
  readonly sources: IncidentSources;
}

export interface ListenerDeps extends ContextDeps {
  readonly store: ContextDeps['store'] & { readonly repositories: Pick<RepositoryStore, 'all'> };
}

/**
 * Who takes its incidents from the issues of `tracker`: itself, or others of the same installation for which it is the
 * central repository. `unsaved` is one that the store may not know. Configurations are read at the default branch, from the cache where they are known.
 */
export async function findListeners(
  deps: ListenerDeps,
  tracker: InstalledRepository,
  unsaved: InstalledRepository | null = null,
): Promise<readonly Listener[]> {
  const known = await deps.store.repositories.all();
  const others = [...known.filter(({ id }) => id !== unsaved?.id), ...(unsaved === null ? [] : [unsaved])].filter(
    ({ id, installationId }) => id !== tracker.id && installationId === tracker.installationId,
  );
  const listeners: Listener[] = [];
  for (const repository of [tracker, ...others]) {
    const { config } = await loadBaseContext(deps, repository, repository.defaultBranch);
    if (listensTo(config.incidents, fullName(repository), fullName(tracker))) {
      listeners.push({ repository, sources: config.incidents });
    }
  }
  return listeners;
}
