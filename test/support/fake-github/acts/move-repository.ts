import { repositoryRenamedPayload, repositoryTransferredPayload } from '../payloads/repository-payload.ts';
import type { Account } from '../state/account.ts';
import { fullName, type Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';

/** The old name stays as a redirect, as at GitHub. */
export function renameRepository(world: World, repository: Repository, name: string, sender: Account): void {
  const old = repository.name;
  repository.name = name;
  world.repositoryIds.set(fullName(repository).toLowerCase(), repository.id);
  world.emit({
    name: 'repository',
    sender,
    repository,
    payload: () => repositoryRenamedPayload(world, repository, old, sender),
  });
}

export function transferRepository(world: World, repository: Repository, owner: Account, sender: Account): void {
  const old = repository.owner;
  repository.owner = owner;
  world.repositoryIds.set(fullName(repository).toLowerCase(), repository.id);
  world.emit({
    name: 'repository',
    sender,
    repository,
    payload: () => repositoryTransferredPayload(world, repository, old, sender),
  });
}
