import type { Locale } from '../../domain/locale.ts';
import { markdownInk } from '../ink.ts';
import { renderHeadline } from './render-headline.ts';
import { escapeMarkdown } from '../escape/escape-markdown.ts';
import { textsIn } from '../texts/texts-in.ts';
import type { JudgedPullRequest, PullRequestName } from './judged-pull-request.ts';
import { renderTable } from '../layout/render-table.ts';

/** A table with a row for each pull request: which, with what result, at what risk. */
export function renderOverview(
  judged: readonly JudgedPullRequest[],
  locale: Locale,
  more: readonly (readonly string[])[] = [],
): string {
  const texts = textsIn(locale);
  const rows = judged.map(({ pullRequest, opinion, policy }) => [
    renderName(pullRequest, locale),
    `${texts.check.mark[opinion.decision.conclusion]} ${renderHeadline({ opinion, policy }, locale, markdownInk)}`,
    texts.level[opinion.assessment.level],
  ]);
  return renderTable([texts.check.pullRequest, texts.check.result, texts.check.riskColumn], [...rows, ...more]);
}

/** Ours to link: the number is followed by the words of its author, which are not. */
export function renderName({ number, title, foreign }: PullRequestName, locale: Locale): string {
  const texts = textsIn(locale);
  const mark = foreign === true ? texts.inBrackets(texts.check.foreign) : '';
  return foreign === true
    ? `\\#&#8203;${number} ${escapeMarkdown(title, 120)}${mark}`
    : `#${number} ${escapeMarkdown(title, 120)}`;
}
