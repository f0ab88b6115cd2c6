import type { Locale } from '../../domain/locale.ts';
import { analysisTextsEn } from './analysis-texts-en.ts';
import { analysisTextsJa } from './analysis-texts-ja.ts';
import type { AnalysisTexts } from './analysis-texts.ts';

const TEXTS: Readonly<Record<Locale, AnalysisTexts>> = { en: analysisTextsEn, ja: analysisTextsJa };

export function analysisTexts(locale: Locale): AnalysisTexts {
  return TEXTS[locale];
}
