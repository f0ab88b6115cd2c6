import { holdForPostmortem } from '../domain/postmortem/line-stop.ts';
import type { CheckOutput } from '../domain/pull-request/check-run.ts';
import type { Opinion } from '../domain/pull-request/opinion.ts';
import { parseQueueBranch } from '../domain/pull-request/parse-queue-branch.ts';
import type { GitHubReader } from '../ports/github.ts';
import type { InstalledRepository } from '../ports/store.ts';
import { type MergeGroupMember, renderMergeGroupCheck } from '../render/check/render-merge-group-check.ts';
import type { BaseContext } from './base-context.ts';
import { isoNow } from './deps.ts';
import { findLineStops, type LineStopDeps } from './find-line-stops.ts';
import { formOpinion } from './form-opinion.ts';
import { type ContextDeps, loadBaseContext } from './load-base-context.ts';
import { resolvePullRequest } from './resolve-pull-request.ts';
import { type SnapshotDeps, takeSnapshot } from './take-snapshot.ts';

/** What the queue would merge. Refs are names of branches. */
export interface MergeGroup {
  readonly headSha: string;
  readonly headRef: string;
  readonly baseSha: string;
  readonly baseRef: string;
}

export interface MergeGroupDeps extends ContextDeps, SnapshotDeps {
  readonly github: ContextDeps['github'] & SnapshotDeps['github'] & Pick<GitHubReader, 'pullRequestsBetween'>;
  readonly store: ContextDeps['store'] & SnapshotDeps['store'] & LineStopDeps['store'];
}

export interface JudgedMergeGroup {
  readonly context: BaseContext;
  readonly members: readonly MergeGroupMember[];
  readonly output: CheckOutput;
}

/**
 * A merge group is its member pull requests, judged as one: never blindly a success. Members are read from the commits
 * between base and head, and from the name of the group's branch; one that cannot be read counts against the group.
 */
export async function judgeMergeGroup(
  deps: MergeGroupDeps,
  repository: InstalledRepository,
  { headSha, headRef, baseSha, baseRef }: MergeGroup,
): Promise<JudgedMergeGroup> {
  const numbers = new Set(await deps.github.pullRequestsBetween(repository, baseSha, headSha));
  const named = parseQueueBranch(headRef);
  if (named !== null) numbers.add(named.number);

  const context = await loadBaseContext(deps, repository, baseRef);
  const members: MergeGroupMember[] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    members.push(await judgeMember(deps, repository, number, context));
  }
  const mode = context.broken?.mode ?? context.config.mode;
  const output = renderMergeGroupCheck(members, {
    locale: context.config.locale,
    whenUnreadable: mode === 'enforce' ? 'failure' : 'neutral',
  });
  return { context, members, output };
}

async function judgeMember(
  deps: MergeGroupDeps,
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
  const { stops, overriddenAt } = await findLineStops(deps, repository, context.config, pullRequest, snapshot.files);
  const decision = holdForPostmortem(opinion.decision, opinion.assessment.level, stops, overriddenAt);
  return { kind: 'judged', pullRequest, opinion: { ...opinion, decision }, policy: context.config.statement };
}
