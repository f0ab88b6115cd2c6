import type { Installation } from './account.ts';
import type { Repository } from './repository.ts';
import type { World } from './world.ts';

export function findRepository(world: World, owner: string, name: string): Repository | null {
  const id = world.repositoryIds.get(`${owner}/${name}`.toLowerCase());
  return id === undefined ? null : (world.repositories.get(id) ?? null);
}

export function installationOf(world: World, repository: Repository): Installation | null {
  for (const installation of world.installations.values()) {
    if (installation.repositoryIds.has(repository.id)) return installation;
  }
  return null;
}
