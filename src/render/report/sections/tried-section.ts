import type { Report } from '../../../domain/report/report.ts';
import type { TriedAction } from '../../../domain/report/tried-action.ts';
import { buildTable } from '../build-table.ts';
import { describeVerdict } from '../describe-verdict.ts';
import type { ReportContext } from '../report-context.ts';
import type { ReportBlock, ReportSection } from '../report-document.ts';
import { ratioInterval } from '../report-numbers.ts';
import { triedDetails } from './tried-details.ts';

/** Each action with its verdict, what it rests on, and what it takes to tell more. */
export function triedSection(report: Report, context: ReportContext): ReportSection {
  const { texts, verdicts } = context;
  const { tried } = report;
  const section = { id: 'tried', heading: texts.heading.tried, folded: false };
  if (tried.length === 0) return { ...section, blocks: [{ kind: 'paragraph', text: texts.tried.none }] };
  const cards = tried.map(
    (action): ReportBlock => ({
      kind: 'verdict',
      answer: action.answer,
      word: verdicts.word[action.answer],
      title: action.title,
      sentences: [
        ...describeVerdict(action, report, context),
        ...(action.changedSince === null ? [] : [texts.tried.changed(action.changedSince)]),
      ],
      details: triedDetails(action, context),
    }),
  );
  return {
    ...section,
    blocks: [{ kind: 'paragraph', text: texts.tried.intro }, ...effectsChart(tried, context), ...cards],
  };
}

function effectsChart(tried: readonly TriedAction[], context: ReportContext): ReportBlock[] {
  const { texts, verdicts } = context;
  const { column } = texts;
  const rows = tried.flatMap(({ title, answer, effect }) =>
    effect?.ratio ? [{ label: title, answer, ratio: effect.ratio, ...effect.interval }] : [],
  );
  if (rows.length === 0) return [];
  return [
    {
      kind: 'chart',
      id: 'effects',
      chart: { kind: 'ratios', title: texts.tried.chartTitle, axis: texts.tried.axis, rows },
      summary: texts.tried.chartSummary,
      table: buildTable(
        texts.caption.effects,
        [column.action, column.answer, column.ratio, column.interval],
        rows.map((row) => [row.label, verdicts.word[row.answer], row.ratio.toFixed(2), ratioInterval(row, context)]),
        context,
      ),
    },
  ];
}
