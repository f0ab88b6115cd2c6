import type { Locale } from '../../domain/locale.ts';
import { type ReportTexts, reportTexts } from './texts/report-texts.ts';
import { type VerdictTexts, verdictTexts } from './texts/verdict-texts.ts';

export interface ReportStyle {
  readonly locale: Locale;
  /** `https://github.com/acme/shop`; `null`: nothing is linked. */
  readonly repositoryUrl: string | null;
  /** Rows of a table at most. */
  readonly limit: number;
}

/** What every section is written with. */
export interface ReportContext extends ReportStyle {
  readonly texts: ReportTexts;
  readonly verdicts: VerdictTexts;
}

export function reportContext(style: ReportStyle): ReportContext {
  return { ...style, texts: reportTexts(style.locale), verdicts: verdictTexts(style.locale) };
}
