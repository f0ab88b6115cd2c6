import type { Locale } from '../../domain/locale.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import type { Texts } from './texts.ts';

const TEXTS: Readonly<Record<Locale, Texts>> = { en, ja };

export function textsIn(locale: Locale): Texts {
  return TEXTS[locale];
}
