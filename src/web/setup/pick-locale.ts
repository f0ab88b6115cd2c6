import { LOCALES, type Locale } from '../../domain/locale.ts';

/** The first language of the header that we write; its order is its author's preference, weights are seldom given out of order. */
export function pickLocale(acceptLanguage: string | undefined): Locale {
  const wanted = (acceptLanguage ?? '').slice(0, 200).split(',');
  for (const range of wanted) {
    const language = range.trim().slice(0, 2).toLowerCase();
    const found = LOCALES.find((locale) => locale === language);
    if (found !== undefined) return found;
  }
  return 'en';
}
