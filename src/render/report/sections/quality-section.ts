import { DETECTORS } from '../../../domain/report/record-quality.ts';
import type { RecordQuality } from '../../../domain/report/record-quality.ts';
import type { Report } from '../../../domain/report/report.ts';
import { count } from '../../analysis/analysis-numbers.ts';
import { buildTable } from '../build-table.ts';
import type { ReportContext } from '../report-context.ts';
import type { ReportBlock, ReportSection } from '../report-document.ts';
import { shareWords } from '../report-numbers.ts';

/** What the numbers rest on: people's words, guesses, nothing. */
export function qualitySection({ quality }: Report, context: ReportContext): ReportSection {
  const { texts } = context;
  const { column } = texts;
  const say = texts.quality;
  const rows = quality.incidents > 0 ? incidentRows(quality, context) : [];
  if (quality.openedByMerge.of > 0) rows.push([say.row.windows, shareWords(quality.openedByMerge, context)]);
  if (quality.unjudged.of > 0) rows.push([say.row.unjudged, shareWords(quality.unjudged, context)]);
  const blocks: ReportBlock[] = quality.incidents > 0 ? [] : [{ kind: 'paragraph', text: say.none }];
  if (rows.length > 0) blocks.push(buildTable(texts.caption.quality, [column.question, column.answer], rows, context));
  if (quality.openedByMerge.count > 0) blocks.push({ kind: 'paragraph', text: say.byMerge });
  return { id: 'quality', heading: texts.heading.quality, blocks, folded: true };
}

function incidentRows(quality: RecordQuality, context: ReportContext): string[][] {
  const say = context.texts.quality;
  const { confirmed, likely, noChange, unlinked, classified, detectedBy, withoutStart } = quality;
  const { byPerson, bySource, byNobody } = classified;
  const detectors = DETECTORS.filter((one) => detectedBy[one] > 0);
  const { alike, kappa } = quality.agreement;
  const agreed =
    shareWords(alike, context) + (kappa === null ? '' : context.verdicts.join + say.kappa(kappa.toFixed(2)));
  return [
    [say.row.links, say.links(count(confirmed), count(likely), count(noChange), count(unlinked.count))],
    [say.row.unlinked, shareWords(unlinked, context)],
    [say.row.classified, say.classified(count(byPerson), count(bySource), count(byNobody))],
    ...(alike.of > 0 ? [[say.row.agreement, agreed]] : []),
    [say.row.detected, detectors.map((one) => say.detector[one](count(detectedBy[one]))).join(context.verdicts.join)],
    [say.row.start, count(withoutStart)],
  ];
}
