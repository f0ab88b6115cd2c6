import type { RepositoryAnalysis } from '../../domain/attribution/analysis/repository-analysis.ts';
import type { Locale } from '../../domain/locale.ts';
import { blockAsMarkdown } from '../layout/report-block.ts';
import { analysisReport } from './analysis-report.ts';
import { analysisTexts } from './analysis-texts-in.ts';

/** The report as Markdown. Titles and paths are anybody's words: nothing in them is a link, a mention or a reference. */
export function renderAnalysisMarkdown(
  analysis: RepositoryAnalysis,
  { locale, limit }: { readonly locale: Locale; readonly limit: number },
): string {
  const blocks = analysisReport(analysis, locale, limit).map(blockAsMarkdown);
  return `${[`# ${analysisTexts(locale).title}`, ...blocks].join('\n\n')}\n`;
}
