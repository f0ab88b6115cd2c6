import type { Locale } from '../../domain/locale.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';

/** What the Action says of itself; the judgement has its own texts, in the language of the configuration. */
export interface ActionTexts {
  readonly notSet: (variable: string) => string;
  readonly badSetting: (problem: string) => string;
  readonly badInput: (input: string, got: string, allowed: string) => string;
  readonly noToken: string;
  readonly otherEvent: (event: string, allowed: string) => string;
  readonly badEvent: (path: string, why: string) => string;
  readonly notFound: (subject: string) => string;
  readonly github: (message: string) => string;
  readonly unexpected: (message: string) => string;
}

const TEXTS: Readonly<Record<Locale, ActionTexts>> = { en, ja };

export function actionTexts(locale: Locale): ActionTexts {
  return TEXTS[locale];
}
