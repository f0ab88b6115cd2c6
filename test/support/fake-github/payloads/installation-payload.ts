import type { Account, Installation } from '../state/account.ts';
import type { JsonObject } from '../state/json.ts';
import { fullName, type Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';
import { nodeId } from '../views/urls.ts';
import { viewInstallation } from '../views/view-app.ts';
import { viewUser } from '../views/view-user.ts';

export function installationPayload(
  world: World,
  installation: Installation,
  repositories: readonly Repository[],
  sender: Account,
  action: 'created' | 'deleted' | 'suspend' | 'unsuspend',
): JsonObject {
  return {
    action,
    installation: viewInstallation(world, installation),
    repositories: repositories.map(viewListedRepository),
    ...(action === 'created' ? { requester: null } : {}),
    sender: viewUser(sender),
  };
}

export function installationRepositoriesPayload(
  world: World,
  installation: Installation,
  repositories: readonly Repository[],
  sender: Account,
  action: 'added' | 'removed',
): JsonObject {
  const listed = repositories.map(viewListedRepository);
  return {
    action,
    installation: viewInstallation(world, installation),
    repository_selection: 'selected',
    repositories_added: action === 'added' ? listed : [],
    repositories_removed: action === 'removed' ? listed : [],
    requester: null,
    sender: viewUser(sender),
  };
}

function viewListedRepository(repository: Repository): JsonObject {
  return {
    id: repository.id,
    node_id: nodeId('R', repository.id),
    name: repository.name,
    full_name: fullName(repository),
    private: repository.private,
  };
}
