import { INCIDENT_KINDS } from '../../../domain/incident/incident-kind.ts';
import type { Report } from '../../../domain/report/report.ts';
import { count } from '../../analysis/analysis-numbers.ts';
import { buildTable } from '../build-table.ts';
import type { ReportContext } from '../report-context.ts';
import type { ReportSection } from '../report-document.ts';

/** Where the changes that caused incidents were made. */
export function hotSection({ hotPaths }: Report, context: ReportContext): ReportSection {
  const { texts } = context;
  const { column } = texts;
  const section = { id: 'hot', heading: texts.heading.hot, folded: true };
  if (hotPaths.length === 0) return { ...section, blocks: [{ kind: 'paragraph', text: texts.hot.none }] };
  const table = buildTable(
    texts.caption.hot,
    [column.place, column.total, ...INCIDENT_KINDS.map((kind) => texts.kind[kind]), column.changes],
    hotPaths.map(({ area, incidents, kinds, changes }) => [
      area,
      count(incidents),
      ...INCIDENT_KINDS.map((kind) => count(kinds[kind])),
      count(changes),
    ]),
    context,
  );
  return { ...section, blocks: [{ kind: 'paragraph', text: texts.hot.intro }, table] };
}
