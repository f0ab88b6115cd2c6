import type { Locale } from '../../domain/locale.ts';
import type { RiskMatch } from '../../domain/risk/risk-assessment.ts';
import { type Ink, markdownInk } from '../ink.ts';
import type { Texts } from '../texts/texts.ts';
import { textsIn } from '../texts/texts-in.ts';
import { listSome } from './list-some.ts';

/** Why one rule matched: its level and reason, some of the paths, the values it measured, the labels it adds. */
export function describeMatch(
  match: RiskMatch,
  locale: Locale,
  { ink = markdownInk, paths = 5 }: { readonly ink?: Ink; readonly paths?: number } = {},
): string {
  const texts = textsIn(locale);
  const shown = listSome(match.paths.map(ink.code), locale, { shown: paths, total: match.pathCount });
  const measured = measuredValues(match, texts, ink);
  const labels = listSome(match.labels.map(ink.code), locale);
  const rule = texts.match.rule({ rule: ink.code(match.ruleId), level: match.level });
  return [
    match.why === undefined ? rule : `${rule}: ${ink.text(match.why, 300)}`,
    ...(measured.length > 0 ? [texts.match.measured({ values: texts.list(measured) })] : []),
    ...(match.paths.length > 0 ? [texts.match.paths({ paths: shown })] : []),
    ...(match.labels.length > 0 ? [texts.match.labels({ labels, count: match.labels.length })] : []),
  ]
    .map((sentence) => (/[.!?。！？]$/.test(sentence) ? sentence : sentence + texts.fullStop))
    .reduce((text, sentence) => text + (/[.!?]$/.test(text) ? ' ' : texts.betweenSentences) + sentence);
}

function measuredValues({ measured = {} }: RiskMatch, texts: Texts, ink: Ink): readonly string[] {
  const { changedLines, changedFiles, incidents, history } = measured;
  const incidentsFrom = (count: number, from: typeof history): string =>
    from === undefined
      ? texts.match.incidents(count)
      : texts.match.history({
          area: ink.code(from.area),
          incidents: count,
          total: from.total,
          days: from.windowDays,
        });
  return [
    ...(changedLines === undefined ? [] : [texts.match.changedLines(changedLines)]),
    ...(changedFiles === undefined ? [] : [texts.match.changedFiles(changedFiles)]),
    ...(incidents === undefined ? [] : [incidentsFrom(incidents, history)]),
  ];
}
