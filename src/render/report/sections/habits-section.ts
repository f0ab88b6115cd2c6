import { WINDOW_STATES } from '../../../domain/monitoring/monitoring-window.ts';
import type { Habits } from '../../../domain/report/habits.ts';
import type { Report } from '../../../domain/report/report.ts';
import { count } from '../../analysis/analysis-numbers.ts';
import { buildTable } from '../build-table.ts';
import type { ReportContext } from '../report-context.ts';
import type { ReportBlock, ReportSection } from '../report-document.ts';
import { shareWords } from '../report-numbers.ts';

const HABITS = ['placeholders', 'monitored', 'none', 'overridden', 'exempt'] as const;

/** Statements by risk, placeholders before and since the check could stop a merge, monitoring, overrides, exemptions. */
export function habitsSection({ habits }: Report, context: ReportContext): ReportSection {
  const { texts } = context;
  const { column } = texts;
  const say = texts.habits;
  const section = { id: 'habits', heading: texts.heading.habits, folded: false };
  if (habits.exempt.now.of + habits.exempt.before.of === 0) {
    return { ...section, blocks: [{ kind: 'paragraph', text: say.none }] };
  }
  return {
    ...section,
    blocks: [
      buildTable(
        texts.caption.coverage,
        [column.level, column.now, column.before],
        habits.coverage
          .filter(({ level, now, before }) => level === 'all' || now.of + before.of > 0)
          .map(({ level, now, before }) => [say.level[level], shareWords(now, context), shareWords(before, context)]),
        context,
      ),
      buildTable(
        texts.caption.habits,
        [column.habit, column.now, column.before],
        HABITS.map((name) => {
          const { now, before } = habits[name];
          return [say.row[name], shareWords(now, context), shareWords(before, context)];
        }),
        context,
      ),
      { kind: 'paragraph', text: enforcement(habits, context) },
      ...windowsBlock(habits, context),
    ],
  };
}

function enforcement({ sinceEnforced }: Habits, context: ReportContext): string {
  const say = context.texts.habits;
  if (sinceEnforced === null) return say.neverEnforced;
  const { day, before, since } = sinceEnforced;
  return say.sinceEnforced(day, shareWords(before, context), shareWords(since, context));
}

function windowsBlock({ windows }: Habits, { texts, verdicts }: ReportContext): ReportBlock[] {
  const states = WINDOW_STATES.filter((state) => windows[state] > 0);
  if (states.length === 0) return [];
  const told = states.map((state) => texts.habits.state[state](count(windows[state]))).join(verdicts.join);
  return [{ kind: 'paragraph', text: texts.habits.windows(told) }];
}
