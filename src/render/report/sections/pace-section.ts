import type { Quantiles } from '../../../domain/report/pace.ts';
import type { Report } from '../../../domain/report/report.ts';
import type { Pair } from '../../../domain/report/report-period.ts';
import { buildTable } from '../build-table.ts';
import type { ReportContext } from '../report-context.ts';
import type { ReportSection } from '../report-document.ts';
import { duration, figure, shareWords } from '../report-numbers.ts';

const TIMES = ['openToMerge', 'mergeToDeploy', 'openToDeploy'] as const;

/** Lead times, throughput, review rounds, and what had to be taken back or mended. */
export function paceSection({ pace }: Report, context: ReportContext): ReportSection {
  const { texts } = context;
  const { column } = texts;
  const say = texts.pace;
  const section = { id: 'pace', heading: texts.heading.pace, folded: false };
  if (pace.merged.now + pace.merged.before === 0) {
    return { ...section, blocks: [{ kind: 'paragraph', text: say.none }] };
  }
  const quantiles = (name: string, { now, before }: Pair<Quantiles>, words: (value: number) => string): string[] => [
    name,
    ...[now, before].map(({ p50, p90 }) =>
      p50 === null || p90 === null ? texts.none : say.pair(words(p50), words(p90)),
    ),
  ];
  const shares = (name: 'reverted' | 'followUpFixes'): string[] => [
    say.row[name],
    shareWords(pace[name].now, context),
    shareWords(pace[name].before, context),
  ];
  const rows = [
    [say.row.perWeek, figure(pace.perWeek.now), figure(pace.perWeek.before)],
    ...TIMES.map((name) => quantiles(say.row[name], pace[name], (days) => duration(days, texts))),
    quantiles(say.row.reviewRounds, pace.reviewRounds, (rounds) => figure(rounds)),
    shares('reverted'),
    shares('followUpFixes'),
  ];
  return {
    ...section,
    blocks: [
      buildTable(texts.caption.speed, [column.speed, column.now, column.before], rows, context),
      { kind: 'paragraph', text: say.note },
    ],
  };
}
