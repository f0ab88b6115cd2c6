import type { RepositoryAnalysis } from '../../domain/attribution/analysis/repository-analysis.ts';
import type { Locale } from '../../domain/locale.ts';
import { escapeMarkdown } from '../escape/escape-markdown.ts';
import { renderTable } from '../layout/render-table.ts';
import { analysisReport, type ReportBlock } from './analysis-report.ts';
import { analysisTexts } from './analysis-texts.ts';

/** The report as Markdown. Titles and paths are anybody's words: nothing in them is a link, a mention or a reference. */
export function renderAnalysisMarkdown(
  analysis: RepositoryAnalysis,
  { locale, limit }: { readonly locale: Locale; readonly limit: number },
): string {
  const blocks = analysisReport(analysis, locale, limit).map(renderBlock);
  return `${[`# ${analysisTexts(locale).title}`, ...blocks].join('\n\n')}\n`;
}

function renderBlock(block: ReportBlock): string {
  switch (block.kind) {
    case 'heading':
      return `## ${block.text}`;
    case 'paragraph':
      return block.text;
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'table':
      return renderTable(
        block.head,
        block.rows.map((row) => row.map((cell) => escapeMarkdown(cell))),
      );
    case 'code':
      return `\`\`\`${block.language}\n${block.text}\n\`\`\``;
  }
}
