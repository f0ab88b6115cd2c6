import type { AwaitingLink } from '../../../domain/report/awaiting-link.ts';
import type { Report } from '../../../domain/report/report.ts';
import { count, percent } from '../../analysis/analysis-numbers.ts';
import { buildTable } from '../build-table.ts';
import { nameChange } from '../name-change.ts';
import type { ReportContext } from '../report-context.ts';
import type { Phrase, ReportSection } from '../report-document.ts';

const ANSWERS = ['/impact link #123', '/impact unlink #123', '/impact no-change'];

/** Incidents with suspects that wait for a person's answer. Changes are named, never their authors. */
export function awaitingSection({ awaiting }: Report, context: ReportContext): ReportSection {
  const { texts } = context;
  const { column } = texts;
  const say = texts.awaiting;
  const section = { id: 'awaiting', heading: texts.heading.awaiting, folded: true };
  if (awaiting.length === 0) return { ...section, blocks: [{ kind: 'paragraph', text: say.none }] };
  return {
    ...section,
    blocks: [
      { kind: 'paragraph', text: say.intro(count(awaiting.length)) },
      buildTable(
        texts.caption.awaiting,
        [column.incident, column.kind, column.day, column.suspects],
        awaiting.map((one) => [incidentName(one, context), texts.kind[one.kind], one.day, suspectName(one, context)]),
        context,
      ),
      { kind: 'paragraph', text: say.howTo },
      { kind: 'list', items: ANSWERS.map((code) => ({ code })) },
    ],
  };
}

function incidentName({ title, url }: AwaitingLink, { texts }: ReportContext): Phrase {
  return title === null ? texts.awaiting.hidden : { text: title.slice(0, 100), href: url };
}

/** The likeliest is enough for a table; the incident's own comment lists all. */
function suspectName({ suspects: [first] }: AwaitingLink, context: ReportContext): Phrase {
  if (first === undefined) return context.texts.none;
  return nameChange(first, context, ` (${percent(first.probability)})`);
}
