import type { CheckOutput } from '../domain/pull-request/check-run.ts';
import type { JudgedPullRequest } from '../render/check/judged-pull-request.ts';
import { renderBrokenConfigCheck } from '../render/check/render-broken-config-check.ts';
import { renderImpactCheck } from '../render/check/render-impact-check.ts';
import { renderOffCheck } from '../render/check/render-off-check.ts';
import { describeProblem } from '../render/config-problem.ts';
import { type BaseContext, CONFIG_PATH } from './base-context.ts';

/** A judged pull request with what its base branch says. */
export interface JudgedInContext extends JudgedPullRequest {
  readonly context: BaseContext;
}

/** What a commit's check says: the worst pull request speaks for all. `canInsert`: its buttons and commands are heard. */
export function presentOpinions(
  worst: JudgedInContext,
  all: readonly JudgedInContext[],
  { canInsert }: { readonly canInsert: boolean },
): CheckOutput {
  const { config, broken } = worst.context;
  if (broken !== null) {
    const problems = broken.problems.map((problem) => ({
      ...problem,
      message: describeProblem(problem, config.locale),
    }));
    const conclusion = broken.mode === 'enforce' ? 'failure' : 'neutral';
    const place = { path: CONFIG_PATH, ref: worst.opinion.baseRef };
    return renderBrokenConfigCheck({ ...place, problems, conclusion }, config.locale);
  }
  if (config.mode === 'off') return renderOffCheck(CONFIG_PATH, config.locale);
  return renderImpactCheck(all, { locale: config.locale, canInsert });
}
