import type { Locale } from '../../domain/locale.ts';
import type { ProjectAnalysis } from '../../domain/project/project-analysis.ts';
import { escapeMarkdown } from '../escape/escape-markdown.ts';
import { blockAsMarkdown } from '../layout/report-block.ts';
import { projectReport } from './project-report.ts';
import { projectTexts } from './project-texts.ts';

export function renderProjectMarkdown(analysis: ProjectAnalysis, locale: Locale): string {
  const title = `# ${projectTexts(locale).title(escapeMarkdown(analysis.title))}`;
  return `${[title, ...projectReport(analysis, locale).map(blockAsMarkdown)].join('\n\n')}\n`;
}
