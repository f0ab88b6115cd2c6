import { holdForWindows } from '../domain/monitoring/hold-for-windows.ts';
import { holdForPostmortem } from '../domain/postmortem/line-stop.ts';
import { IMPACT_CHECK } from '../domain/pull-request/check-run.ts';
import type { PullRequest } from '../domain/pull-request/pull-request.ts';
import type { InstalledRepository } from '../ports/store.ts';
import { worstFirst } from '../render/check/worst-first.ts';
import type { InstallationDeps } from './deps.ts';
import { findLineStops } from './find-line-stops.ts';
import type { PublishCheckPayload } from './jobs.ts';
import { loadBaseContext } from './load-base-context.ts';
import { type JudgedInContext, presentOpinions } from './present-opinions.ts';
import { publishRun } from './publish-run.ts';

/**
 * Says on a commit what is thought of its open pull requests. Two of them can share a head with different bases, and the
 * check is one: the worst counts, each is listed. In the commit's lane, so that two jobs never write one run.
 */
export async function publishCheck(deps: InstallationDeps, payloads: readonly PublishCheckPayload[]): Promise<void> {
  const last = payloads.at(-1);
  if (last === undefined) return;
  const { repository, headSha } = last;
  const spoken = await opinionsAt(deps, repository, headSha);
  const worst = worstFirst(spoken)[0] as JudgedInContext | undefined;
  if (worst === undefined) return;
  const { configHash } = worst.opinion;
  await publishRun(
    deps,
    repository,
    {
      name: IMPACT_CHECK,
      headSha,
      externalId: `${repository.id}:${headSha}:${configHash}`,
      output: presentOpinions(worst, spoken, { canInsert: true }),
    },
    payloads.some(({ again }) => again === true),
  );
}

async function opinionsAt(
  deps: InstallationDeps,
  repository: InstalledRepository,
  headSha: string,
): Promise<readonly JudgedInContext[]> {
  const spoken: JudgedInContext[] = [];
  for (const pullRequest of await deps.store.pullRequests.openAtHead(repository.id, headSha)) {
    const opinion = await deps.store.opinions.find(repository.id, pullRequest.number);
    // One that is not judged yet has a job waiting, which will bring us here again.
    if (opinion === null || opinion.headSha !== headSha) continue;
    const context = await loadBaseContext(deps, repository, pullRequest.base.ref);
    const watching = await openWindowsOf(deps, repository, pullRequest);
    const { mode, monitoring, statement: policy } = context.config;
    const held = holdForWindows(opinion.decision, watching, { blockAfter: monitoring.blockAfter, mode });
    const { stops, overriddenAt } = await findLineStops(deps, repository, context.config, pullRequest);
    const decision = holdForPostmortem(held, opinion.assessment.level, stops, overriddenAt);
    spoken.push({ pullRequest, opinion: { ...opinion, decision }, context, policy, watching });
  }
  return spoken;
}

/** One that has ended meanwhile is not counted, even if nobody has settled it yet. */
async function openWindowsOf(
  deps: InstallationDeps,
  { id }: InstalledRepository,
  { author }: PullRequest,
): Promise<readonly number[]> {
  const open = await deps.store.windows.openOf(id, author.id);
  const now = deps.clock.now();
  return open.filter(({ endsAt }) => Date.parse(endsAt) > now).map(({ number }) => number);
}
