import { type CheckOutput, IMPACT_CHECK } from '../domain/pull-request/check-run.ts';
import type { InstalledRepository } from '../ports/store.ts';
import type { JudgedPullRequest } from '../render/check/judged-pull-request.ts';
import { renderBrokenConfigCheck } from '../render/check/render-broken-config-check.ts';
import { renderImpactCheck } from '../render/check/render-impact-check.ts';
import { renderOffCheck } from '../render/check/render-off-check.ts';
import { worstFirst } from '../render/check/worst-first.ts';
import { describeProblem } from '../render/config-problem.ts';
import { type BaseContext, CONFIG_PATH } from './base-context.ts';
import type { InstallationDeps } from './deps.ts';
import type { PublishCheckPayload } from './jobs.ts';
import { loadBaseContext } from './load-base-context.ts';
import { publishRun } from './publish-run.ts';

interface Spoken extends JudgedPullRequest {
  readonly context: BaseContext;
}

/**
 * Says on a commit what is thought of its open pull requests. Two of them can share a head with different bases, and the
 * check is one: the worst counts, each is listed. In the commit's lane, so that two jobs never write one run.
 */
export async function publishCheck(deps: InstallationDeps, payloads: readonly PublishCheckPayload[]): Promise<void> {
  const last = payloads.at(-1);
  if (last === undefined) return;
  const { repository, headSha } = last;
  const spoken = await opinionsAt(deps, repository, headSha);
  const worst = worstFirst(spoken)[0] as Spoken | undefined;
  if (worst === undefined) return;
  const { configHash } = worst.opinion;
  await publishRun(
    deps,
    repository,
    {
      name: IMPACT_CHECK,
      headSha,
      externalId: `${repository.id}:${headSha}:${configHash}`,
      output: renderWorst(worst, spoken),
    },
    payloads.some(({ again }) => again === true),
  );
}

async function opinionsAt(
  deps: InstallationDeps,
  repository: InstalledRepository,
  headSha: string,
): Promise<readonly Spoken[]> {
  const spoken: Spoken[] = [];
  for (const pullRequest of await deps.store.pullRequests.openAtHead(repository.id, headSha)) {
    const opinion = await deps.store.opinions.find(repository.id, pullRequest.number);
    // One that is not judged yet has a job waiting, which will bring us here again.
    if (opinion === null || opinion.headSha !== headSha) continue;
    const context = await loadBaseContext(deps, repository, pullRequest.base.ref);
    spoken.push({ pullRequest, opinion, context, policy: context.config.statement });
  }
  return spoken;
}

function renderWorst({ context, opinion }: Spoken, all: readonly Spoken[]): CheckOutput {
  const { config, broken } = context;
  if (broken !== null) {
    const problems = broken.problems.map((problem) => ({
      ...problem,
      message: describeProblem(problem, config.locale),
    }));
    const conclusion = broken.mode === 'enforce' ? 'failure' : 'neutral';
    return renderBrokenConfigCheck({ path: CONFIG_PATH, ref: opinion.baseRef, problems, conclusion }, config.locale);
  }
  if (config.mode === 'off') return renderOffCheck(CONFIG_PATH, config.locale);
  return renderImpactCheck(all, { locale: config.locale, canInsert: true });
}
