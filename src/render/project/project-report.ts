import type { Locale } from '../../domain/locale.ts';
import type { ProjectCause, ProjectKind } from '../../domain/project/compare-projects.ts';
import type { ProjectAnalysis, TrendPeriod } from '../../domain/project/project-analysis.ts';
import { isoDay } from '../../domain/calendar.ts';
import type { RateRatio } from '../../domain/stats/rate-ratio.ts';
import type { ReportBlock } from '../layout/report-block.ts';
import { expectationHead, expectationRow } from './expectation-rows.ts';
import { formatInterval, formatNumber, formatShare } from './format-measure.ts';
import { projectSentences } from './project-sentences.ts';
import { type ProjectTexts, projectTexts } from './project-texts.ts';
import { describeCause } from '../describe/describe-cause.ts';

const MOST_CAUSES = 20;

/** An analysis as blocks, the same for Markdown and a terminal. Its title is left to who writes them out. */
export function projectReport(analysis: ProjectAnalysis, locale: Locale): readonly ReportBlock[] {
  const texts = projectTexts(locale);
  const { period, changes, trend, expectations } = analysis;
  const say = (text: string): ReportBlock => ({ kind: 'paragraph', text });
  const head = (text: string): ReportBlock => ({ kind: 'heading', text });
  const start = [
    say(texts.period(isoDay(period.from), isoDay(period.to - 1))),
    say(texts.join(projectSentences(analysis, locale))),
  ];
  if (changes === 0) return start;
  return [
    ...start,
    head(texts.heading.kinds),
    kindsTable(analysis.kinds, texts),
    head(texts.heading.causes),
    analysis.causes.length === 0
      ? say(texts.noCauses)
      : causesTable(analysis.causes.slice(0, MOST_CAUSES), texts, locale),
    ...(trend.fourWeeks.length === 0
      ? []
      : [
          head(texts.heading.trend),
          ...(trend.recent === null ? [] : [say(recentOf(trend.fourWeeks, trend.recent, texts))]),
          trendTable(trend.fourWeeks, texts),
        ]),
    head(texts.heading.expectations),
    expectations.length === 0
      ? say(texts.noExpectations)
      : {
          kind: 'table',
          head: expectationHead(texts),
          rows: expectations.map((one) => expectationRow(one, texts, period.to - 1)),
        },
  ];
}

function kindsTable(kinds: readonly ProjectKind[], texts: ProjectTexts): ReportBlock {
  const { column } = texts;
  return {
    kind: 'table',
    head: [column.kind, column.here, column.elsewhere, column.share, column.rate, column.p],
    rows: kinds.map((one) => [
      texts.kind[one.kind],
      String(one.incidents),
      String(one.elsewhere),
      one.share === null ? '–' : formatShare(one.share),
      ...rateCells(one, texts),
    ]),
  };
}

function causesTable(causes: readonly ProjectCause[], texts: ProjectTexts, locale: Locale): ReportBlock {
  const { column } = texts;
  return {
    kind: 'table',
    head: [column.cause, column.kind, column.here, column.elsewhere, column.rate, column.p],
    rows: causes.map((one) => [
      describeCause(one.cause, locale),
      texts.kind[one.kind],
      String(one.incidents),
      String(one.elsewhere),
      ...rateCells(one, texts),
    ]),
  };
}

function rateCells(
  { relativeRisk, adjustedP }: { readonly relativeRisk: RateRatio; readonly adjustedP: number | null },
  texts: ProjectTexts,
): readonly [string, string] {
  if (relativeRisk.problem !== null) return ['–', '–'];
  const p = adjustedP === null ? '–' : adjustedP < 0.001 ? '< .001' : adjustedP.toFixed(3).replace(/^0/, '');
  return [ratioWords(relativeRisk, texts), p];
}

function ratioWords({ ratio, central }: RateRatio, texts: ProjectTexts): string {
  if (ratio === null) return texts.atLeast(`${formatNumber(central.lower ?? 0)}×`);
  return `${formatNumber(ratio)}× (${formatInterval(central, formatNumber)})`;
}

function recentOf(periods: readonly TrendPeriod[], recent: RateRatio, texts: ProjectTexts): string {
  const [before, now] = periods.slice(-2).map(per100);
  const seen = recent.problem === null && recent.pCentral < 0.05;
  const changed = () =>
    texts.recentChanged(
      recent.ratio === null ? texts.atLeast(formatNumber(recent.central.lower ?? 0)) : formatNumber(recent.ratio),
      formatInterval(recent.central, formatNumber),
    );
  return texts.recent(now ?? '–', before ?? '–', seen ? changed() : texts.recentSame);
}

function trendTable(periods: readonly TrendPeriod[], texts: ProjectTexts): ReportBlock {
  const { column } = texts;
  return {
    kind: 'table',
    head: [column.from, column.changes, column.incidents, column.per100, column.rest, column.nearMisses],
    rows: periods.map((one) => [
      isoDay(one.from),
      String(one.changes),
      String(one.incidents),
      per100(one),
      per100({ incidents: one.restIncidents, changes: one.restChanges }),
      String(one.nearMisses),
    ]),
  };
}

function per100({ incidents, changes }: Pick<TrendPeriod, 'incidents' | 'changes'>): string {
  return changes === 0 ? '–' : formatNumber((incidents / changes) * 100);
}
