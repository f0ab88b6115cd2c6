import type { Pair } from '../../domain/report/report-period.ts';
import type { Report } from '../../domain/report/report.ts';
import type { Share } from '../../domain/report/share.ts';
import { INCIDENT_KINDS } from '../../domain/incident/incident-kind.ts';
import { csvCell } from '../escape/csv-cell.ts';

type Cell = string | number | boolean | null;

/** The report as tables for a spreadsheet, by file name. Columns are named alike in every language; `null` is empty. */
export function renderReportCsv(report: Report): ReadonlyMap<string, string> {
  const { period, previous, happened, habits, quality } = report;
  const files: readonly (readonly [string, readonly string[], readonly (readonly Cell[])[]])[] = [
    [
      'report.csv',
      ['repository', 'project', 'period', 'from', 'to', 'previous', 'at', 'complete', 'verdict'],
      [
        [
          report.repository,
          report.project?.id ?? null,
          period.id,
          period.from,
          period.to,
          previous.id,
          report.at,
          report.complete,
          report.verdict,
        ],
      ],
    ],
    ['kinds.csv', ['kind', 'now', 'before'], happened.kinds.map(({ kind, now, before }) => [kind, now, before])],
    [
      'causes.csv',
      ['cause', ...INCIDENT_KINDS, 'total'],
      happened.causes.map(({ cause, kinds, total }) => [cause, ...INCIDENT_KINDS.map((kind) => kinds[kind]), total]),
    ],
    [
      'weeks.csv',
      ['week', 'merged', 'incidents', 'per_100', 'lower', 'upper', 'signal'],
      happened.trend.weeks.map((week) => [
        week.week,
        week.merged,
        week.incidents,
        week.per100,
        week.lower,
        week.upper,
        week.signal,
      ]),
    ],
    [
      'expectations.csv',
      ['project', 'measure', 'target', 'actual', 'lower', 'upper', 'state', 'budget_left', 'exhausted_on'],
      report.promised.map((one) => [
        one.project.id,
        one.measure,
        one.target,
        one.actual,
        one.interval.lower,
        one.interval.upper,
        one.state,
        one.budgetLeft,
        one.exhaustedOn,
      ]),
    ],
    ['actions.csv', ACTION_COLUMNS, report.tried.map(actionCells)],
    [
      'habits.csv',
      ['habit', 'risk', ...SHARE_COLUMNS],
      [
        ...habits.coverage.map(({ level, ...pair }) => ['stated', level, ...shareCells(pair)]),
        ...(['placeholders', 'monitored', 'none', 'overridden', 'exempt'] as const).map((name) => [
          name,
          'all',
          ...shareCells(habits[name]),
        ]),
      ],
    ],
    [
      'speed.csv',
      ['measure', 'unit', 'of_now', 'p50_now', 'p90_now', 'of_before', 'p50_before', 'p90_before'],
      speedRows(report),
    ],
    [
      'hot-paths.csv',
      ['path', 'incidents', ...INCIDENT_KINDS, 'changes'],
      report.hotPaths.map(({ area, incidents, kinds, changes }) => [
        area,
        incidents,
        ...INCIDENT_KINDS.map((kind) => kinds[kind]),
        changes,
      ]),
    ],
    [
      'awaiting-links.csv',
      ['incident', 'url', 'kind', 'day', 'change', 'change_title', 'probability'],
      report.awaiting.flatMap(({ title, url, kind, day, suspects }) =>
        suspects.map((suspect) => [title, url, kind, day, suspect.unit, suspect.title, suspect.probability]),
      ),
    ],
    [
      'quality.csv',
      ['question', 'answer', 'count', 'of'],
      [
        ...(['confirmed', 'likely', 'noChange'] as const).map((one) => ['link', one, quality[one], quality.incidents]),
        ['link', 'unlinked', quality.unlinked.count, quality.unlinked.of],
        ...Object.entries(quality.classified).map(([who, count]) => ['classified', who, count, quality.incidents]),
        ['classified twice', 'alike', quality.agreement.alike.count, quality.agreement.alike.of],
        ...Object.entries(quality.detectedBy).map(([what, count]) => ['detected', what, count, quality.incidents]),
        ['start', 'not told', quality.withoutStart, quality.incidents],
        ['window', 'opened by merge', quality.openedByMerge.count, quality.openedByMerge.of],
        ['change', 'not judged', quality.unjudged.count, quality.unjudged.of],
      ],
    ],
  ];
  return new Map(files.map(([name, head, rows]) => [name, table(head, rows)]));
}

const SHARE_COLUMNS = ['count_now', 'of_now', 'share_now', 'count_before', 'of_before', 'share_before'];

function shareCells({ now, before }: Pair<Share>): Cell[] {
  return [now.count, now.of, now.share, before.count, before.of, before.share];
}

function speedRows({ pace }: Report): Cell[][] {
  const measures = [
    ['openToMerge', 'days'],
    ['mergeToDeploy', 'days'],
    ['openToDeploy', 'days'],
    ['reviewRounds', 'rounds'],
  ] as const;
  return measures.map(([name, unit]) => {
    const { now, before } = pace[name];
    return [name, unit, now.of, now.p50, now.p90, before.of, before.p50, before.p90];
  });
}

const ACTION_COLUMNS = [
  ...['id', 'title', 'announced', 'verdict', 'failed_condition', 'kinds', 'estimator', 'ratio', 'lower', 'upper'],
  ...['dispersion', 'before_from', 'before_to', 'before_merged', 'before_incidents'],
  ...['after_from', 'after_to', 'after_merged', 'after_incidents', 'follow_up_days', 'detectable_ratio'],
];

function actionCells(action: Report['tried'][number]): Cell[] {
  const { effect, before, after } = action;
  return [
    ...[action.id, action.title, action.announced, action.answer, action.because?.code ?? null],
    ...[action.endpoint.join(' '), effect?.estimator ?? null, effect?.ratio ?? null],
    ...[effect?.interval.lower ?? null, effect?.interval.upper ?? null, effect?.dispersion ?? null],
    ...[before?.from ?? null, before?.to ?? null, before?.merged ?? null, before?.incidents ?? null],
    ...[after?.from ?? null, after?.to ?? null, after?.merged ?? null, after?.incidents ?? null],
    ...[action.followUp.days, action.detectable],
  ];
}

function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [head, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}
