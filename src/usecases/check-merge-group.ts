import { IMPACT_CHECK } from '../domain/pull-request/check-run.ts';
import type { InstallationDeps } from './deps.ts';
import type { CheckMergeGroupPayload } from './jobs.ts';
import { judgeMergeGroup } from './judge-merge-group.ts';
import { publishRun } from './publish-run.ts';

/** Judges the newest state of a merge group and says so on its head commit. */
export async function checkMergeGroup(
  deps: InstallationDeps,
  payloads: readonly CheckMergeGroupPayload[],
): Promise<void> {
  const group = payloads.at(-1);
  if (group === undefined) return;
  const { repository, headSha } = group;
  const { context, output } = await judgeMergeGroup(deps, repository, group);
  const externalId = `${repository.id}:${headSha}:${context.configHash}`;
  const again = payloads.some((payload) => payload.again === true);
  await publishRun(deps, repository, { name: IMPACT_CHECK, headSha, externalId, output }, again);
}
