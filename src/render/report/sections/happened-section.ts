import { INCIDENT_KINDS } from '../../../domain/incident/incident-kind.ts';
import type { WeeklyTrend } from '../../../domain/report/happened.ts';
import type { Report } from '../../../domain/report/report.ts';
import { count } from '../../analysis/analysis-numbers.ts';
import { buildTable } from '../build-table.ts';
import type { ReportContext } from '../report-context.ts';
import type { ReportBlock, ReportSection } from '../report-document.ts';
import { figure } from '../report-numbers.ts';
import { describeCause } from '../../describe/describe-cause.ts';

const CAUSES_DRAWN = 10;

/** Kinds × causes, the rate, and its weeks. */
export function happenedSection({ happened }: Report, context: ReportContext): ReportSection {
  const { texts } = context;
  const { column } = texts;
  const blocks: ReportBlock[] = [
    ...rateBlocks(happened.rate, context),
    buildTable(
      texts.caption.kinds,
      [column.kind, column.now, column.before],
      happened.kinds.map((one) => [texts.kind[one.kind], count(one.now), count(one.before)]),
      context,
    ),
  ];
  if (happened.trend.weeks.length > 1) blocks.push(trendBlock(happened.trend, context));
  blocks.push(
    happened.causes.length === 0
      ? { kind: 'paragraph', text: texts.happened.noIncidents }
      : causesBlock(happened.causes, context),
  );
  return { id: 'happened', heading: texts.heading.happened, blocks, folded: false };
}

function rateBlocks({ now, before }: Report['happened']['rate'], context: ReportContext): ReportBlock[] {
  const { texts, verdicts } = context;
  const { gap } = verdicts;
  const say = texts.happened;
  if (now.per100 === null) return [{ kind: 'paragraph', text: say.nothingMerged }];
  const high = now.interval.upper === null ? texts.orMore : figure(now.interval.upper);
  const told = say.summary(
    count(now.incidents),
    count(now.merged),
    figure(now.per100),
    figure(now.interval.lower ?? 0),
    high,
  );
  if (before.per100 === null) return [{ kind: 'paragraph', text: told }];
  const compared = say.before(count(before.incidents), count(before.merged), figure(before.per100));
  return [
    { kind: 'paragraph', text: told },
    { kind: 'paragraph', text: compared + gap + say.noVerdict },
  ];
}

function trendBlock({ weeks, center, baselineWeeks }: WeeklyTrend, context: ReportContext): ReportBlock {
  const { texts, verdicts } = context;
  const { gap } = verdicts;
  const { column } = texts;
  const say = texts.happened;
  const rates = weeks.flatMap(({ per100 }) => (per100 === null ? [] : [per100]));
  const signals = weeks.filter(({ signal }) => signal).map(({ week }) => week);
  const called = signals.length > 0 ? say.signals(signals.join(verdicts.join)) : say.noSignal;
  const limits =
    center === null
      ? say.noLimits(count(baselineWeeks))
      : say.trendLimits(figure(center), count(baselineWeeks)) + gap + called;
  const span = say.trendSummary(count(weeks.length), figure(Math.min(...rates)), figure(Math.max(...rates)));
  return {
    kind: 'chart',
    id: 'trend',
    chart: {
      kind: 'trend',
      title: say.trendTitle,
      axis: say.axis,
      labels: weeks.map(({ week }) => week),
      names: { value: say.value, center: say.center, upper: say.upper, signal: say.signal },
      values: weeks.map(({ per100 }) => per100),
      upper: weeks.map(({ upper }) => upper),
      center,
      signals: weeks.map(({ signal }) => signal),
    },
    summary: rates.length === 0 ? limits : span + gap + limits,
    table: buildTable(
      texts.caption.trend,
      [column.week, column.merged, column.incidents, column.per100, column.limit, column.mark],
      [...weeks]
        .reverse()
        .map((one) => [
          one.week,
          count(one.merged),
          count(one.incidents),
          figure(one.per100),
          figure(one.upper),
          one.signal ? texts.yes : texts.no,
        ]),
      { ...context, limit: Math.max(context.limit, weeks.length) },
    ),
  };
}

function causesBlock(causes: Report['happened']['causes'], context: ReportContext): ReportBlock {
  const { texts, verdicts, locale } = context;
  const named = causes.map((row) => ({
    ...row,
    name: row.cause === null ? texts.noCause : describeCause(row.cause, locale),
  }));
  const shown = named.slice(0, CAUSES_DRAWN);
  return {
    kind: 'chart',
    id: 'causes',
    chart: {
      kind: 'bars',
      title: texts.caption.causes,
      axis: texts.happened.incidentsAxis,
      labels: shown.map(({ name }) => name),
      series: INCIDENT_KINDS.map((kind) => ({ name: texts.kind[kind], values: shown.map(({ kinds }) => kinds[kind]) })),
    },
    summary: texts.happened.causesSummary(
      shown.map(({ name, total }) => `${name} ${count(total)}`).join(verdicts.join),
    ),
    table: buildTable(
      texts.caption.causes,
      [texts.column.cause, ...INCIDENT_KINDS.map((kind) => texts.kind[kind]), texts.column.total],
      named.map(({ name, kinds, total }) => [name, ...INCIDENT_KINDS.map((kind) => count(kinds[kind])), count(total)]),
      context,
    ),
  };
}
