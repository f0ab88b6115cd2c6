import type { Locale } from '../../domain/locale.ts';
import type { Report } from '../../domain/report/report.ts';
import { reportTexts } from './texts/report-texts.ts';
import { leadOf } from './describe-verdict.ts';
import type { ReportContext } from './report-context.ts';
import type { ReportDocument } from './report-document.ts';
import { awaitingSection } from './sections/awaiting-section.ts';
import { habitsSection } from './sections/habits-section.ts';
import { happenedSection } from './sections/happened-section.ts';
import { hotSection } from './sections/hot-section.ts';
import { methodSection } from './sections/method-section.ts';
import { paceSection } from './sections/pace-section.ts';
import { promisedSection } from './sections/promised-section.ts';
import { qualitySection } from './sections/quality-section.ts';
import { triedSection } from './sections/tried-section.ts';

/** A report in words, before any markup. */
export function composeDocument(report: Report, context: ReportContext): ReportDocument {
  const { texts } = context;
  const { period, at } = report;
  const last = new Date(Date.parse(period.to) - 1).toISOString().slice(0, 10);
  const subtitle = texts.subtitle(period.from, last, at.slice(0, 16).replace('T', ' '));
  return {
    title: reportTitle(report, context.locale),
    lead: leadOf(report, context),
    subtitle: report.complete ? subtitle : subtitle + context.verdicts.gap + texts.running,
    sections: [
      happenedSection(report, context),
      promisedSection(report, context),
      triedSection(report, context),
      habitsSection(report, context),
      paceSection(report, context),
      hotSection(report, context),
      awaitingSection(report, context),
      qualitySection(report, context),
      methodSection(context),
    ],
  };
}

/** What an issue that holds the report is called. */
export function reportTitle({ project, repository, period }: Report, locale: Locale): string {
  const texts = reportTexts(locale);
  const of = project === null ? repository : texts.projectOf(project.title, repository);
  return texts.title(of, texts.period[period.unit](period.id));
}
