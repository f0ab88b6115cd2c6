import type { Locale } from '../../domain/locale.ts';
import type { CheckOutput } from '../../domain/pull-request/check-run.ts';
import { textsIn } from '../texts/texts-in.ts';
import { lacksSection } from './asks-for-words.ts';
import { checkActions } from './check-actions.ts';
import { checkOutput } from './check-output.ts';
import type { JudgedPullRequest } from './judged-pull-request.ts';
import { renderCommands } from './render-commands.ts';
import { renderDetails } from './render-details.ts';
import { renderExplanation } from './render-explanation.ts';
import { renderHeadline } from './render-headline.ts';
import { renderName, renderOverview } from './render-overview.ts';
import { renderWindowLine } from './render-window-line.ts';
import { worstFirst } from './worst-first.ts';

export interface ImpactCheckOptions {
  readonly locale: Locale;
  /** Whether the app may write the description: not so for forks that do not let maintainers edit. */
  readonly canInsert: boolean;
}

/**
 * The check `Technical impact` of one commit. It is usually the head of one pull request; where several share it, the
 * worst result counts and each is listed.
 */
export function renderImpactCheck(judged: readonly JudgedPullRequest[], options: ImpactCheckOptions): CheckOutput {
  const { locale } = options;
  const texts = textsIn(locale);
  const [worst, ...others] = worstFirst(judged);
  if (worst === undefined) {
    return checkOutput(
      { conclusion: 'neutral', title: texts.check.nobodyTitle, summaryBlocks: [texts.check.nobody] },
      locale,
    );
  }
  // An empty section of the template's is filled in, not doubled: the button is for where there is none.
  const insertable = ({ pullRequest, opinion }: JudgedPullRequest): boolean =>
    options.canInsert &&
    pullRequest.foreign !== true &&
    opinion.statement.verdict === 'missing' &&
    lacksSection(opinion.decision);
  const all = [worst, ...others];
  return checkOutput(
    {
      conclusion: worst.opinion.decision.conclusion,
      title: renderTitle(worst, all.length, locale),
      summaryBlocks: [
        ...(others.length > 0
          ? [
              texts.check.several(all.length),
              renderOverview(all, locale),
              `## ${renderName(worst.pullRequest, locale)}`,
            ]
          : []),
        ...renderExplanation(worst, { locale, canInsert: insertable(worst) }),
        ...renderWindowLine(worst, locale),
      ],
      textBlocks: [
        ...all.flatMap((one) => [
          ...(others.length > 0 ? [`## ${renderName(one.pullRequest, locale)}`] : []),
          ...(one === worst ? [] : renderExplanation(one, { locale, canInsert: insertable(one) })),
          ...renderDetails(one, locale),
        ]),
        ...renderCommands(locale),
      ],
      actions: checkActions(all.some(insertable) ? ['insert-section', 'recheck'] : ['recheck'], locale),
    },
    locale,
  );
}

function renderTitle({ pullRequest, opinion, policy }: JudgedPullRequest, count: number, locale: Locale): string {
  const { check } = textsIn(locale);
  const headline = renderHeadline({ opinion, policy }, locale);
  const { level } = opinion.assessment;
  return count === 1
    ? check.title({ headline, level })
    : check.titleOfMany({ headline, level, number: pullRequest.number, count });
}
