import { installationPayload, installationRepositoriesPayload } from '../payloads/installation-payload.ts';
import type { Account, Installation } from '../state/account.ts';
import type { Repository } from '../state/repository.ts';
import { timeOf, type World } from '../state/world.ts';

/** Installs the App on an account's repositories, or adds them to the installation that is there. */
export function installApp(
  world: World,
  account: Account,
  repositories: readonly Repository[],
  sender: Account,
): Installation {
  const known = [...world.installations.values()].find((installation) => installation.account.id === account.id);
  if (known !== undefined) return addRepositories(world, known, repositories, sender);
  const installation: Installation = {
    id: world.ids.next('installation'),
    account,
    repositoryIds: new Set(repositories.map((repository) => repository.id)),
    createdAt: timeOf(world),
    suspended: false,
  };
  world.installations.set(installation.id, installation);
  world.emit({
    name: 'installation',
    sender,
    repository: null,
    payload: () => installationPayload(world, installation, repositories, sender, 'created'),
  });
  return installation;
}

function addRepositories(
  world: World,
  installation: Installation,
  repositories: readonly Repository[],
  sender: Account,
): Installation {
  const added = repositories.filter((repository) => !installation.repositoryIds.has(repository.id));
  for (const repository of added) installation.repositoryIds.add(repository.id);
  if (added.length === 0) return installation;
  world.emit({
    name: 'installation_repositories',
    sender,
    repository: null,
    payload: () => installationRepositoriesPayload(world, installation, added, sender, 'added'),
  });
  return installation;
}

/** The App goes: its tokens stop to work. */
export function uninstallApp(world: World, installation: Installation, sender: Account): void {
  const repositories = [...installation.repositoryIds].flatMap((id) => world.repositories.get(id) ?? []);
  world.installations.delete(installation.id);
  world.emit({
    name: 'installation',
    sender,
    repository: null,
    payload: () => installationPayload(world, installation, repositories, sender, 'deleted'),
  });
}

/** While it is suspended the App's tokens get 403 and no events are delivered but this one. */
export function suspendApp(world: World, installation: Installation, suspended: boolean, sender: Account): void {
  installation.suspended = suspended;
  const repositories = [...installation.repositoryIds].flatMap((id) => world.repositories.get(id) ?? []);
  world.emit({
    name: 'installation',
    sender,
    repository: null,
    payload: () => installationPayload(world, installation, repositories, sender, suspended ? 'suspend' : 'unsuspend'),
  });
}
