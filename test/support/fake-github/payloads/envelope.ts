import type { Account } from '../state/account.ts';
import { installationOf } from '../state/find-repository.ts';
import type { JsonObject } from '../state/json.ts';
import type { Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';
import { nodeId } from '../views/urls.ts';
import { viewRepository } from '../views/view-repository.ts';
import { viewOrganization, viewUser } from '../views/view-user.ts';

/** What every webhook of a repository carries: where, in which installation, and by whom. */
export function envelope(world: World, repository: Repository, sender: Account): JsonObject {
  const installation = installationOf(world, repository);
  return {
    repository: { ...viewRepository(repository), custom_properties: {} },
    ...(repository.owner.type === 'Organization' ? { organization: viewOrganization(repository.owner) } : {}),
    ...(installation === null
      ? {}
      : { installation: { id: installation.id, node_id: nodeId('MDIzOkludGVncmF0aW9u', installation.id) } }),
    sender: viewUser(sender),
  };
}
