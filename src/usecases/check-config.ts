import { CONFIG_CHECK } from '../domain/pull-request/check-run.ts';
import type { ConfigProblem } from '../config/config-problem.ts';
import { describeProblem } from '../render/config-problem.ts';
import { renderConfigCheck } from '../render/check/render-config-check.ts';
import { CONFIG_PATH } from './base-context.ts';
import { buildContext, loadBaseContext } from './load-base-context.ts';
import type { InstallationDeps } from './deps.ts';
import type { CheckConfigPayload } from './jobs.ts';
import { loadIncidentHistory } from './load-incident-history.ts';
import { previewConfig } from './preview-config.ts';
import { publishRun } from './publish-run.ts';

/**
 * A pull request edits `.github/impact.yml`: says what is wrong with the new text, line by line, and what it would
 * change. The gate itself is judged with the base branch's text all the same.
 */
export async function checkConfig(deps: InstallationDeps, payloads: readonly CheckConfigPayload[]): Promise<void> {
  const last = payloads.at(-1);
  if (last === undefined) return;
  const { repository, number, headSha } = last;
  const pullRequest = await deps.store.pullRequests.find(repository.id, number);
  if (pullRequest === null || pullRequest.state === 'closed' || pullRequest.head.sha !== headSha) return;

  const current = await loadBaseContext(deps, repository, pullRequest.base.ref);
  const file = await deps.github.fileAt(repository, CONFIG_PATH, headSha);
  const candidate = await buildContext(deps, repository, file, current.templates);
  const rules = [...current.config.rules, ...candidate.config.rules];
  const preview =
    candidate.broken === null
      ? await previewConfig(
          deps.store,
          repository,
          current,
          candidate,
          await loadIncidentHistory(deps, repository.id, rules),
        )
      : null;
  const { locale } = current.config;
  const problems = (candidate.broken?.problems ?? []).map((problem) => {
    const told = withoutSecrets(problem, repository);
    return { ...told, message: describeProblem(told, locale) };
  });
  const output = renderConfigCheck(
    {
      path: CONFIG_PATH,
      problems,
      preview,
    },
    locale,
  );
  await publishRun(
    deps,
    repository,
    { name: CONFIG_CHECK, headSha, externalId: `${repository.id}:${headSha}:${candidate.configHash}`, output },
    payloads.some(({ again }) => again === true),
  );
}

/**
 * Whoever can open a pull request wrote this text: in a public repository the answer must not tell which private
 * repositories and files the App can read.
 */
function withoutSecrets(problem: ConfigProblem, repository: { readonly private: boolean }): ConfigProblem {
  if (repository.private || (problem.code !== 'extends-private' && problem.code !== 'extends-not-found'))
    return problem;
  return { ...problem, code: 'extends-not-found', because: 'no-repository' };
}
