import type { Account } from '../state/account.ts';
import type { JsonObject } from '../state/json.ts';
import type { Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';
import { viewOrganization, viewUser } from '../views/view-user.ts';
import { envelope } from './envelope.ts';

export function repositoryRenamedPayload(
  world: World,
  repository: Repository,
  oldName: string,
  sender: Account,
): JsonObject {
  return {
    action: 'renamed',
    changes: { repository: { name: { from: oldName } } },
    ...envelope(world, repository, sender),
  };
}

export function repositoryTransferredPayload(
  world: World,
  repository: Repository,
  oldOwner: Account,
  sender: Account,
): JsonObject {
  const from =
    oldOwner.type === 'Organization' ? { organization: viewOrganization(oldOwner) } : { user: viewUser(oldOwner) };
  return { action: 'transferred', changes: { owner: { from } }, ...envelope(world, repository, sender) };
}
