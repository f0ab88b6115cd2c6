import type { RepositoryAnalysis } from '../domain/attribution/analysis/repository-analysis.ts';
import type { Locale } from '../domain/locale.ts';
import { analysisReport } from '../render/analysis/analysis-report.ts';
import { blocksForTerminal } from './blocks-for-terminal.ts';

export function analysisForTerminal(
  analysis: RepositoryAnalysis,
  { locale, limit }: { readonly locale: Locale; readonly limit: number },
): string {
  return blocksForTerminal(analysisReport(analysis, locale, limit));
}
