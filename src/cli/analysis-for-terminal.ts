import type { RepositoryAnalysis } from '../domain/attribution/analysis/repository-analysis.ts';
import type { Locale } from '../domain/locale.ts';
import { analysisReport, type ReportBlock } from '../render/analysis/analysis-report.ts';
import { visibleText } from '../render/escape/visible-text.ts';
import { renderColumns } from './render-columns.ts';

/** The report for people who look at it now: aligned, nothing escaped for other readers. */
export function analysisForTerminal(
  analysis: RepositoryAnalysis,
  { locale, limit }: { readonly locale: Locale; readonly limit: number },
): string {
  return analysisReport(analysis, locale, limit).map(renderBlock).join('\n');
}

function renderBlock(block: ReportBlock): string {
  switch (block.kind) {
    case 'heading':
      return `== ${block.text} ==\n`;
    case 'paragraph':
    case 'code':
      return `${visibleText(block.text)}\n`;
    case 'list':
      return block.items.map((item) => `- ${visibleText(item)}\n`).join('');
    case 'table':
      return renderColumns(block.head, block.rows);
  }
}
