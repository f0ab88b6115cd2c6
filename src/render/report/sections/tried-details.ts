import type { TriedAction, WindowFacts } from '../../../domain/report/tried-action.ts';
import { count, percent } from '../../analysis/analysis-numbers.ts';
import { buildTable } from '../build-table.ts';
import type { ReportContext } from '../report-context.ts';
import type { ReportBlock } from '../report-document.ts';
import { figure, ratioInterval } from '../report-numbers.ts';

/** The numbers behind one verdict: what was compared, seen in how many ways, and what was fixed before. */
export function triedDetails(action: TriedAction, context: ReportContext): ReportBlock[] {
  const { texts } = context;
  const { effect } = action;
  const estimator = effect ? texts.method.estimator[effect.estimator] : texts.none;
  const days = count(action.followUp.days);
  const frozen = texts.method[action.isRegistered ? 'freeze' : 'notFrozen'](
    action.frozenOn,
    texts.kinds(action.endpoint),
    days,
    estimator,
  );
  const placebos = action.placebos ? context.verdicts.gap + texts.method.placebos(count(action.placebos.dates)) : '';
  return [
    ...windowsTable(action, context),
    ...(effect ? [viewsTable(action, context), needsTable(action, context)] : []),
    { kind: 'paragraph', text: frozen + placebos },
  ];
}

function windowsTable({ before, after }: TriedAction, context: ReportContext): ReportBlock[] {
  if (before === null || after === null) return [];
  const { texts } = context;
  const { column } = texts;
  const row = (name: string, { from, to, merged, incidents }: WindowFacts) => [
    name,
    from,
    to,
    count(merged),
    count(incidents),
    merged > 0 ? figure((100 * incidents) / merged) : texts.none,
  ];
  return [
    buildTable(
      texts.caption.windows,
      [column.window, column.from, column.to, column.merged, column.incidents, column.per100],
      [row(texts.tried.before, before), row(texts.tried.after, after)],
      context,
    ),
  ];
}

function viewsTable({ effect, beside, links }: TriedAction, context: ReportContext): ReportBlock {
  const { texts } = context;
  const { column, tried } = texts;
  const views = [
    ['registered', effect],
    ['crude', beside?.crude],
    ['exact', beside?.exact],
    ['strata', beside?.strata],
    ['control', beside?.control],
    ['guard', beside?.guard],
  ] as const;
  const rows = views.flatMap(([name, facts]) => {
    const ratio = facts?.ratio ?? null;
    return ratio === null || !facts
      ? []
      : [[tried.view[name], ratio.toFixed(2), ratioInterval(facts.interval, context)]];
  });
  if (links && (links.lowest !== null || links.highest !== null)) {
    const extremes = ratioInterval({ lower: links.lowest, upper: links.highest }, context);
    rows.push([tried.view.links, texts.none, extremes]);
  }
  return buildTable(texts.caption.views, [column.view, column.ratio, column.interval], rows, context);
}

function needsTable({ needs }: TriedAction, context: ReportContext): ReportBlock {
  const { texts } = context;
  const { column, tried } = texts;
  return buildTable(
    texts.caption.needs,
    [column.effect, column.incidentsBefore, column.moreChanges, column.moreWeeks],
    needs.map(({ ratio, incidentsBefore, moreChanges, moreWeeks }) => [
      percent(1 - ratio),
      count(incidentsBefore),
      moreChanges === null ? tried.never : moreChanges === 0 ? tried.enough : count(moreChanges),
      moreWeeks === null || moreChanges === 0 ? texts.none : count(moreWeeks),
    ]),
    context,
  );
}
