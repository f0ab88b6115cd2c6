import type { Account } from '../state/account.ts';
import type { JsonObject } from '../state/json.ts';
import type { MergeGroup } from '../state/merge-group.ts';
import type { Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';
import { viewHeadCommit } from '../views/view-check-run.ts';
import { envelope } from './envelope.ts';

export function mergeGroupPayload(
  world: World,
  repository: Repository,
  group: MergeGroup,
  sender: Account,
  detail: { readonly action: 'checks_requested' } | { readonly action: 'destroyed'; readonly reason: string },
): JsonObject {
  const commit = repository.commits.get(group.headSha);
  return {
    ...detail,
    merge_group: {
      head_sha: group.headSha,
      head_ref: `refs/heads/${group.headRef}`,
      base_sha: group.baseSha,
      base_ref: `refs/heads/${group.baseRef}`,
      head_commit: commit === undefined ? {} : viewHeadCommit(commit),
    },
    ...envelope(world, repository, sender),
  };
}
