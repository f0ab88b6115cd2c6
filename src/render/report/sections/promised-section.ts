import { EXPECTATION_MEASURES, type ExpectationMeasure } from '../../../domain/project/expectation.ts';
import type { PromisedMeasure } from '../../../domain/report/promised-measure.ts';
import type { Report } from '../../../domain/report/report.ts';
import { percent } from '../../analysis/analysis-numbers.ts';
import { buildTable } from '../build-table.ts';
import type { ReportContext } from '../report-context.ts';
import type { ReportSection } from '../report-document.ts';
import { duration, figure } from '../report-numbers.ts';

const DAY_SECONDS = 86_400;

/** What is agreed with the people of each project, and where it stands. */
export function promisedSection({ promised }: Report, context: ReportContext): ReportSection {
  const { texts } = context;
  const { column } = texts;
  const say = texts.promised;
  const section = { id: 'promised', heading: texts.heading.promised, folded: false };
  if (promised.length === 0) return { ...section, blocks: [{ kind: 'paragraph', text: say.none }] };
  const { project, measure, target, actual, interval, state, budget, exhausted } = column;
  const table = buildTable(
    texts.caption.promised,
    [project, measure, target, actual, interval, state, budget, exhausted],
    promised.map((one) => [
      one.project.title,
      say.measure[one.measure],
      targetOf(one, context),
      worded(one.measure, one.actual, context),
      intervalOf(one, context),
      say.state[one.state],
      one.budgetLeft === null ? texts.none : signedPercent(one.budgetLeft),
      one.exhaustedOn ?? texts.none,
    ]),
    context,
  );
  return { ...section, blocks: [{ kind: 'paragraph', text: say.intro }, table] };
}

function targetOf({ measure, target }: PromisedMeasure, context: ReportContext): string {
  const { atMost, atLeast } = context.texts.promised;
  const value = worded(measure, target, context);
  return EXPECTATION_MEASURES[measure].good === 'low' ? atMost(value) : atLeast(value);
}

function worded(measure: ExpectationMeasure, value: number | null, { texts }: ReportContext): string {
  if (value === null) return texts.none;
  switch (EXPECTATION_MEASURES[measure].unit) {
    case 'seconds':
      return duration(value / DAY_SECONDS, texts);
    case 'share':
      return percent(value);
    case 'count':
      return figure(value);
  }
}

function intervalOf({ measure, interval: { lower, upper } }: PromisedMeasure, context: ReportContext): string {
  const { texts } = context;
  if (lower === null && upper === null) return texts.none;
  const to = upper === null ? texts.orMore : worded(measure, upper, context);
  return texts.range(worded(measure, lower ?? 0, context), to);
}

function signedPercent(share: number): string {
  return `${share < 0 ? '−' : ''}${percent(Math.abs(share))}`;
}
