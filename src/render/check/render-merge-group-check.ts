import type { Locale } from '../../domain/locale.ts';
import type { CheckOutput } from '../../domain/pull-request/check-run.ts';
import type { Conclusion } from '../../domain/statement/decision.ts';
import { textsIn } from '../texts/texts-in.ts';
import { checkActions } from './check-actions.ts';
import { checkOutput } from './check-output.ts';
import type { JudgedPullRequest } from './judged-pull-request.ts';
import { renderDetails } from './render-details.ts';
import { renderReasons } from './render-explanation.ts';
import { renderHeadline } from './render-headline.ts';
import { renderName, renderOverview } from './render-overview.ts';
import { compareConclusions, worstFirst } from './worst-first.ts';

/** A pull request of a merge group: judged, or known by its number alone. */
export type MergeGroupMember =
  | ({ readonly kind: 'judged' } & JudgedPullRequest)
  | { readonly kind: 'unreadable'; readonly number: number };

export interface MergeGroupCheckOptions {
  readonly locale: Locale;
  /** What an unreadable member, or a group without members, comes to: never a success. */
  readonly whenUnreadable: Exclude<Conclusion, 'success'>;
}

/** The check of a merge group: its pull requests judged as one, the worst result counts. */
export function renderMergeGroupCheck(
  members: readonly MergeGroupMember[],
  { locale, whenUnreadable }: MergeGroupCheckOptions,
): CheckOutput {
  const texts = textsIn(locale);
  const judged = worstFirst(members.filter((member) => member.kind === 'judged'));
  const unreadable = members.filter((member) => member.kind === 'unreadable');
  const worst = judged[0];
  const actions = checkActions(['recheck'], locale);
  if (worst === undefined && unreadable.length === 0) {
    const summaryBlocks = [texts.mergeGroup.empty, texts.mergeGroup.next];
    return checkOutput(
      { conclusion: whenUnreadable, title: texts.mergeGroup.emptyTitle, summaryBlocks, actions },
      locale,
    );
  }
  const unreadableRows = unreadable.map(({ number }) => [
    `#${number}`,
    `${texts.check.mark[whenUnreadable]} ${texts.mergeGroup.unreadable}`,
    texts.level.unknown,
  ]);
  const open = judged.filter(({ opinion }) => opinion.decision.conclusion !== 'success');
  return checkOutput(
    {
      conclusion: worstConclusion(worst, unreadable.length > 0 ? whenUnreadable : 'success'),
      title: renderTitle(worst, unreadable.length, members.length, whenUnreadable, locale),
      summaryBlocks: [
        texts.mergeGroup.intro(members.length),
        renderOverview(judged, locale, unreadableRows),
        ...(unreadable.length > 0 ? [texts.mergeGroup.next] : []),
        ...open.flatMap((one) => [`### ${renderName(one.pullRequest, locale)}`, ...renderReasons(one, locale)]),
      ],
      textBlocks: judged.flatMap((one) => [`## ${renderName(one.pullRequest, locale)}`, ...renderDetails(one, locale)]),
      actions,
    },
    locale,
  );
}

function worstConclusion(worst: JudgedPullRequest | undefined, other: Conclusion): Conclusion {
  if (worst === undefined) return other;
  const { conclusion } = worst.opinion.decision;
  return compareConclusions(conclusion, other) > 0 ? conclusion : other;
}

function renderTitle(
  worst: JudgedPullRequest | undefined,
  unreadable: number,
  count: number,
  whenUnreadable: Conclusion,
  locale: Locale,
): string {
  const { mergeGroup } = textsIn(locale);
  const unreadableIsWorst =
    unreadable > 0 &&
    (worst === undefined || compareConclusions(whenUnreadable, worst.opinion.decision.conclusion) > 0);
  if (worst === undefined || unreadableIsWorst) return mergeGroup.unreadableTitle(unreadable);
  const headline = renderHeadline(worst, locale);
  return mergeGroup.title({ headline, level: worst.opinion.assessment.level, count });
}
