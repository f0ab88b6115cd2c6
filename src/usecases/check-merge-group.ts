import { IMPACT_CHECK } from '../domain/pull-request/check-run.ts';
import type { Opinion } from '../domain/pull-request/opinion.ts';
import { type MergeGroupMember, renderMergeGroupCheck } from '../render/check/render-merge-group-check.ts';
import type { InstalledRepository } from '../ports/store.ts';
import { loadBaseContext } from './load-base-context.ts';
import type { BaseContext } from './base-context.ts';
import { isoNow, type InstallationDeps } from './deps.ts';
import { formOpinion } from './form-opinion.ts';
import type { CheckMergeGroupPayload } from './jobs.ts';
import { publishRun } from './publish-run.ts';
import { resolvePullRequest } from './resolve-pull-request.ts';
import { takeSnapshot } from './take-snapshot.ts';

/**
 * A merge group is its member pull requests, judged as one: never blindly a success. Members are read from the commits
 * between base and head, and from the name of the group's branch; one that cannot be read counts against the group.
 */
export async function checkMergeGroup(
  deps: InstallationDeps,
  payloads: readonly CheckMergeGroupPayload[],
): Promise<void> {
  const group = payloads.at(-1);
  if (group === undefined) return;
  const { repository, headSha, headRef, baseSha, baseRef } = group;
  const numbers = new Set(await deps.github.pullRequestsBetween(repository, baseSha, headSha));
  const named = numberInRef(headRef);
  if (named !== null) numbers.add(named);

  const context = await loadBaseContext(deps, repository, baseRef);
  const members: MergeGroupMember[] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    members.push(await judgeMember(deps, repository, number, context));
  }
  const mode = context.broken?.mode ?? context.config.mode;
  await publishRun(deps, repository, {
    name: IMPACT_CHECK,
    headSha,
    externalId: `${repository.id}:${headSha}:${context.configHash}`,
    output: renderMergeGroupCheck(members, {
      locale: context.config.locale,
      whenUnreadable: mode === 'enforce' ? 'failure' : 'neutral',
    }),
  });
}

async function judgeMember(
  deps: InstallationDeps,
  repository: InstalledRepository,
  number: number,
  context: BaseContext,
): Promise<MergeGroupMember> {
  const known = await deps.store.pullRequests.find(repository.id, number);
  const resolved = await resolvePullRequest(deps, repository, number, known === null ? [] : [known]);
  if (resolved === null) return { kind: 'unreadable', number };
  const { pullRequest } = resolved;
  const snapshot = await takeSnapshot(deps, repository, pullRequest, context);
  const opinion: Opinion = { ...formOpinion(snapshot), judgedAt: isoNow(deps.clock) };
  return { kind: 'judged', pullRequest, opinion, policy: context.config.statement };
}

/** `gh-readonly-queue/main/pr-12-<sha>`: the last pull request of the group. */
function numberInRef(headRef: string): number | null {
  const match = /\/pr-(\d{1,10})-[0-9a-f]{40}$/.exec(headRef);
  return match === null ? null : Number(match[1]);
}
